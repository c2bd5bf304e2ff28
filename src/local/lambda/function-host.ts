import { AsyncLocalStorage } from 'node:async_hooks';
import { describeThrown, FunctionError } from './function-error';
import { Handler, loadHandler } from './handler-loader';
import { LIMITS } from './limits';
import { FromHost, InitMessage, InvokeMessage, StaticContext, ToHost } from './protocol';

/*
 * What runs in a function's own process: loads the handler, then answers one invocation at a time.
 * The handler sees nothing of it: the channel to the local cloud is taken off `process`.
 */

const send = process.send!.bind(process);
const exit = process.exit.bind(process);
const exitCodes: Record<string, number> = { 'Runtime.UnhandledPromiseRejection': 128, 'Runtime.UncaughtException': 129 };
/** By it, an error that surfaces late is known to belong to an invocation that is long answered. */
const invocations = new AsyncLocalStorage<string>();

let handler: Handler;
let context: StaticContext;
let current: string | undefined;

function say(message: FromHost, sent?: () => void): void {
  send(message, undefined, undefined, () => sent?.());
}

async function init(message: InitMessage): Promise<void> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, message.environment);
  const project = process.cwd(); // where the local cloud was started
  process.chdir(message.directory);
  context = message.context;
  try {
    handler = await loadHandler(message.directory, message.handler, message.runtimeMajor, project);
    say({ type: 'ready' });
  } catch (error) {
    say({ type: 'initError', error: describeThrown(error) }, () => exit(1));
  }
}

async function invoke({ requestId, event, deadline, traceId }: InvokeMessage): Promise<void> {
  current = requestId;
  process.env._X_AMZN_TRACE_ID = traceId;
  let answer: FromHost;
  try {
    const result = await invocations.run(requestId, async () => handler(JSON.parse(event), {
      ...context,
      awsRequestId: requestId,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    }));
    answer = { type: 'result', requestId, payload: serialize(result) };
  } catch (error) {
    answer = { type: 'error', requestId, error: describeThrown(error) };
  }
  current = undefined;
  say(answer);
}

/** The handler's answer as the service transports it. A handler that returns nothing answers `null`. */
function serialize(result: unknown): string {
  const payload = JSON.stringify(result ?? null) ?? 'null';
  const bytes = Buffer.byteLength(payload);
  if (bytes <= LIMITS.responseBytes) return payload;
  const error = new Error(`Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${LIMITS.responseBytes} bytes).`);
  error.name = 'Function.ResponseSizeTooLarge';
  throw error;
}

/**
 * An error that nobody caught ends the process, as in the service. One that surfaces while a later invocation runs is only reported:
 * it must not take that one down, and the local cloud retires this process after it.
 */
function die(errorType: string, thrown: unknown): void {
  const { errorMessage, trace } = describeThrown(thrown);
  const error: FunctionError = { errorType, errorMessage, trace };
  const owner = invocations.getStore();
  if (current !== undefined && owner !== undefined && owner !== current) say({ type: 'late', error });
  else say({ type: 'fatal', requestId: current, error }, () => exit(exitCodes[errorType]));
}

process.on('message', (message: ToHost) => {
  if (message.type === 'init') void init(message);
  else void invoke(message);
});
process.on('uncaughtException', (error) => die('Runtime.UncaughtException', error));
process.on('unhandledRejection', (reason) => die('Runtime.UnhandledPromiseRejection', reason));
// the local cloud is gone, however it ended
process.on('disconnect', () => exit(0));

delete process.send;
