import { join } from 'node:path';
import { FunctionConfiguration, HostPool, InvocationResult, LambdaService, LocalFunction, LogLine } from '../../../src/local/lambda';
import { folderWith } from '../support/files';
import { FUNCTION_HOST } from '../support/function-host';

const lines: LogLine[] = [];
const pool = new HostPool(FUNCTION_HOST);
let service: LambdaService;

beforeAll(() => {
  service = new LambdaService({ log: (line) => lines.push(line), pool, dynamoDbUrl: 'http://127.0.0.1:1' });
});
afterAll(async () => {
  await service.stop();
  await pool.stop();
});

/** A function whose module is this source. */
function functionOf(source: string, overrides: Partial<FunctionConfiguration> = {}, file = 'index.js'): LocalFunction {
  return service.add({
    name: 'todos',
    arn: 'arn:aws:lambda:us-east-1:123456789012:function:todos',
    region: 'us-east-1',
    directory: folderWith({ [file]: source }),
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    memoryMegabytes: 128,
    timeoutSeconds: 3,
    environment: {},
    ...overrides,
  });
}

function invoke(target: LocalFunction, event: unknown = {}, causeId?: string): Promise<InvocationResult> {
  return target.invoke({ event, causeId, traceId: 'Root=1-0-0' });
}

/** What the handler answered. */
async function answerOf(target: LocalFunction, event: unknown = {}): Promise<any> {
  const result = await invoke(target, event);
  if (result.outcome !== 'success') throw new Error(JSON.stringify(result));
  return JSON.parse(result.payload);
}

async function errorOf(target: LocalFunction, event: unknown = {}): Promise<{ errorType: string; errorMessage: string }> {
  const result = await invoke(target, event);
  if (result.outcome !== 'error') throw new Error(JSON.stringify(result));
  return result.error;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a handler', () => {
  test('gets the event and the context, and nothing of the local cloud', async () => {
    const target = functionOf(`exports.handler = async (event, context) => ({
      event, context, remaining: context.getRemainingTimeInMillis(), send: typeof process.send, directory: process.cwd() })`);
    const answer = await answerOf(target, { a: 1 });
    expect(answer).toMatchObject({
      event: { a: 1 },
      context: {
        functionName: 'todos',
        functionVersion: '$LATEST',
        memoryLimitInMB: '128',
        invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:todos',
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        logGroupName: '/aws/lambda/todos',
        logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      },
      send: 'undefined',
      directory: target.configuration.directory,
    });
    expect(answer.remaining).toBeGreaterThan(2500);
    expect(answer.remaining).toBeLessThanOrEqual(3000);
  });

  test('has the environment of its function and of the service alone', async () => {
    const target = functionOf('exports.handler = async () => process.env', { environment: { TABLE_NAME: 't', AWS_REGION: 'forged' } });
    const environment = await answerOf(target);
    expect(environment).toEqual({
      TABLE_NAME: 't',
      _HANDLER: 'index.handler',
      _X_AMZN_TRACE_ID: 'Root=1-0-0',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: 'todos',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/todos',
      AWS_LAMBDA_LOG_STREAM_NAME: expect.any(String),
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      AWS_SECRET_ACCESS_KEY: expect.any(String),
      AWS_SESSION_TOKEN: expect.any(String),
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
      LAMBDA_TASK_ROOT: target.configuration.directory,
      LANG: 'en_US.UTF-8',
      TZ: 'UTC',
    });
  });

  test.each([
    ['a module of another kind', 'index.mjs', 'export const handler = async () => 7', 'index.handler', 'nodejs24.x'],
    ['a nested file and export', 'src/todo.js', 'exports.api = { list: async () => 7 }', 'src/todo.api.list', 'nodejs24.x'],
    ['a callback in an older runtime', 'index.js', 'exports.handler = (event, context, callback) => { setTimeout(callback, 1, null, 7) }', 'index.handler', 'nodejs22.x'],
    ['no promise', 'index.js', 'exports.handler = () => 7', 'index.handler', 'nodejs24.x'],
  ])('may be %s', async (_case, file, source, handler, runtime) => {
    expect(await answerOf(functionOf(source, { handler, runtime }, file))).toBe(7);
  });

  test('that returns nothing answers null', async () => {
    expect(await answerOf(functionOf('exports.handler = async () => {}'))).toBeNull();
  });

  test('is CommonJS as on AWS, although the app around it is made of ES modules', async () => {
    const app = folderWith({
      'package.json': '{ "type": "module" }',
      'code/index.js': "exports.handler = async () => require('./part.js')",
      'code/part.js': "module.exports = 'part'",
    });
    expect(await answerOf(functionOf('', { directory: join(app, 'code') }))).toBe('part');
  });

  test('finds its own modules and those of the runtime, and none of the app around it', async () => {
    const app = folderWith({
      'node_modules/around/index.js': '',
      'code/node_modules/own/index.js': "module.exports = 'own'",
      'code/index.js': `
        const found = (name) => { try { return typeof require(name); } catch (error) { return error.message.split('\\n')[0]; } };
        exports.handler = async () => ['own', 'around', '@aws-sdk/client-dynamodb', '@aws-sdk/client-absent/part'].map(found)`,
    });
    expect(await answerOf(functionOf('', { directory: join(app, 'code') }))).toEqual([
      'string',
      "Cannot find module 'around'",
      'object',
      "Cannot find module '@aws-sdk/client-absent/part', which Lambda's runtime has: install it beside the app to run the function here (npm install --save-dev @aws-sdk/client-absent)",
    ]);
  });

  test('is an ES module where its own package.json says so', async () => {
    const directory = folderWith({ 'package.json': '{ "type": "module" }', 'index.js': "export const handler = async () => 'module'" });
    expect(await answerOf(functionOf('', { directory }))).toBe('module');
  });

  test('keeps its state in an execution environment that is used again', async () => {
    const target = functionOf('let calls = 0; exports.handler = async () => ++calls');
    const first = await invoke(target);
    const second = await invoke(target);
    expect(first).toEqual({ outcome: 'success', payload: '1', cold: true });
    expect(second).toEqual({ outcome: 'success', payload: '2', cold: false });
  });

  test('runs as often at a time as there are callers, each in a process of its own', async () => {
    const target = functionOf('exports.handler = async () => { await new Promise((done) => setTimeout(done, 200)); return process.pid }');
    const pids = await Promise.all([answerOf(target), answerOf(target), answerOf(target)]);
    expect(new Set(pids).size).toBe(3);
  });
});

describe('a function that fails takes down its own call alone', () => {
  const failing: [string, string, { errorType: string; errorMessage: string | RegExp }][] = [
    ['throws', 'throw new TypeError("no")', { errorType: 'TypeError', errorMessage: 'no' }],
    ['throws what is no error', 'throw "no"', { errorType: 'string', errorMessage: 'no' }],
    ['throws where nobody catches', 'setTimeout(() => { throw new Error("no") }); await new Promise(() => {})',
      { errorType: 'Runtime.UncaughtException', errorMessage: 'no' }],
    ['forgets a rejection', 'Promise.reject(new Error("no")); await new Promise(() => {})',
      { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'no' }],
    ['exits', 'process.exit(3)', { errorType: 'Runtime.ExitError', errorMessage: /Runtime exited with error: exit status 3$/ }],
    ['exits as if all were well', 'process.exit(0)', { errorType: 'Runtime.ExitError', errorMessage: /Runtime exited without providing a reason$/ }],
    ['kills itself', 'process.kill(process.pid, "SIGKILL"); await new Promise(() => {})',
      { errorType: 'Runtime.ExitError', errorMessage: /Runtime exited with error: signal: SIGKILL$/ }],
    ['loops for ever', 'for (;;);', { errorType: 'Sandbox.Timedout', errorMessage: /^RequestId: [0-9a-f-]{36} Error: Task timed out after 1.00 seconds$/ }],
    ['never answers', 'await new Promise(() => {})', { errorType: 'Sandbox.Timedout', errorMessage: /Task timed out after 1.00 seconds$/ }],
    ['answers more than 6 MB', 'return "x".repeat(6291555)',
      { errorType: 'Function.ResponseSizeTooLarge', errorMessage: 'Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).' }],
    ['answers what is no JSON', 'return 1n', { errorType: 'TypeError', errorMessage: 'Do not know how to serialize a BigInt' }],
    ['uses more memory than it has', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length))',
      { errorType: 'Runtime.ExitError', errorMessage: /signal: SIGABRT|exit status 134/ }],
  ];

  test.each(failing)('that %s', async (_case, statement, expected) => {
    const target = functionOf(`exports.handler = async ({ fail }) => { if (fail) { ${statement} } return 'well' }`, {
      timeoutSeconds: statement.includes('new Array') ? 20 : 1,
      memoryMegabytes: 64,
    });
    const { errorType, errorMessage } = await errorOf(target, { fail: true });
    expect({ errorType, errorMessage }).toEqual({
      errorType: expected.errorType,
      errorMessage: typeof expected.errorMessage === 'string' ? expected.errorMessage : expect.stringMatching(expected.errorMessage),
    });
    expect(await answerOf(target)).toBe('well');
  });

  test('that fails after its answer, while the next call runs', async () => {
    const target = functionOf(`let calls = 0; exports.handler = async ({ first }) => {
      if (first) setTimeout(() => Promise.reject(new Error('late')), 50);
      else await new Promise((done) => setTimeout(done, 150));
      return [process.pid, ++calls] }`);
    const [pid] = await answerOf(target, { first: true });
    expect(await answerOf(target)).toEqual([pid, 2]);
    expect(lines.map(({ text }) => text)).toContain('Error: late');
    const [third, calls] = await answerOf(target);
    expect(third).not.toBe(pid);
    expect(calls).toBe(1);
  });

  test('that fails after its answer, before the next call', async () => {
    const target = functionOf('exports.handler = async () => { setTimeout(() => { throw new Error("idle") }, 5); return process.pid }');
    const first = await answerOf(target);
    await until(() => lines.some(({ text }) => text === 'Error: idle'));
    expect(await answerOf(target)).not.toBe(first);
  });
});

describe('code that cannot be loaded', () => {
  test.each([
    ['throws', 'throw new RangeError("no")', {}, 'RangeError'],
    ['has no such module', '', { handler: 'other.handler' }, 'Runtime.ImportModuleError'],
    ['has no such export', '', {}, 'Runtime.HandlerNotFound'],
    ['is named wrongly', '', { handler: 'handler' }, 'Runtime.MalformedHandlerName'],
    ['wants a callback', 'exports.handler = (event, context, callback) => callback()', {}, 'Runtime.CallbackHandlerDeprecated'],
    ['requires what is missing', 'require("not-there")', {}, 'Error'],
    ['exits', 'process.exit(1)', {}, 'Runtime.ExitError'],
    ['fails right after', 'setImmediate(() => { throw new Error("no") }); exports.handler = async () => new Promise(() => {})', {}, 'Runtime.UncaughtException'],
  ])('because it %s', async (_case, source, overrides, errorType) => {
    const target = functionOf(source, overrides);
    expect((await errorOf(target)).errorType).toBe(errorType);
    expect((await errorOf(target)).errorType).toBe(errorType);
  });
});

describe('limits', () => {
  test('an event over 6 MB is refused before any code runs', async () => {
    const target = functionOf('exports.handler = async ({ text }) => text.length');
    expect(await invoke(target, { text: 'x'.repeat(6 * 1024 * 1024) })).toEqual({ outcome: 'tooLarge' });
    expect(await answerOf(target, { text: 'x'.repeat(6 * 1024 * 1024 - 100) })).toBe(6 * 1024 * 1024 - 100);
  });

  test('an answer may have 6 MB', async () => {
    const target = functionOf('exports.handler = async () => "x".repeat(6291554)');
    expect((await answerOf(target)).length).toBe(6291554);
  });

  test('reserved concurrency throttles', async () => {
    const target = functionOf('exports.handler = async () => new Promise((done) => setTimeout(done, 100))', { reservedConcurrency: 1 });
    const outcomes = (await Promise.all([invoke(target), invoke(target)])).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['success', 'throttled']);
    expect((await invoke(target)).outcome).toBe('success');
  });

  test('more callers than environments wait, and all are answered', async () => {
    const small = new LambdaService({ log: () => undefined, pool, maxEnvironments: 2 });
    const target = small.add(functionOf('let calls = 0; exports.handler = async ({ fail }) => { if (fail) process.exit(1); return process.pid }').configuration);
    const results = await Promise.all(Array.from({ length: 12 }, (_, n) => invoke(target, { fail: n % 5 === 4 })));
    await small.stop();
    expect(results.filter(({ outcome }) => outcome === 'error')).toHaveLength(2);
    expect(results.filter(({ outcome }) => outcome === 'success')).toHaveLength(10);
  });
});

test('every line is told with its function, control characters made visible', async () => {
  lines.length = 0;
  const target = functionOf(`exports.handler = async () => {
    console.log('\\u001b[31mred\\u001b[0m\\ttext\\nsecond'); process.stderr.write('no newline') }`);
  await invoke(target);
  await until(() => lines.length >= 2);
  await service.stop();
  expect(lines).toEqual(expect.arrayContaining([
    { functionName: 'todos', stream: 'stdout', text: '\\u001b[31mred\\u001b[0m\ttext' },
    { functionName: 'todos', stream: 'stdout', text: 'second' },
    { functionName: 'todos', stream: 'stderr', text: 'no newline' },
  ]));
});

test('credentials tell the function and what caused the invocation', async () => {
  const own = new LambdaService({ log: () => undefined, pool });
  const target = own.add(functionOf('exports.handler = async () => process.env.AWS_ACCESS_KEY_ID').configuration);
  const started = Date.now();
  const result = await invoke(target, {}, 'request-1');
  const caller = own.callerOf(JSON.parse((result as { payload: string }).payload));
  expect(caller?.function.name).toBe('todos');
  expect(caller?.causeAt(started + 1)).toBe('request-1');
  expect(own.callerOf('ASIAUNKNOWN')).toBeUndefined();
  await own.stop();
});

test('environments out of use end; stopping ends every process', async () => {
  const own = new LambdaService({ log: () => undefined, pool, idleMillis: 100 });
  const target = own.add(functionOf('exports.handler = async () => process.pid').configuration);
  const pid = await answerOf(target);
  await until(() => !isAlive(pid));
  const second = await answerOf(target);
  expect(isAlive(second)).toBe(true);
  await own.stop();
  expect(isAlive(second)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
