import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, Operation, Operations, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';
import { diaryProps, fixtureTodo } from './fixture/app';
import { runCommand } from './harness/command';
import { startStub, RIGHT } from './harness/stub-server';
import { synthesizeStack } from '../local/support/cdk-app';
import { start } from '../local/support/clouds';

const folder = mkdtempSync(join(tmpdir(), 'base-url-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ exitCode: number; lines: string[] }> {
  const lines: string[] = [];
  return { exitCode: await runCommand(args, undefined, (line) => lines.push(line)), lines };
}

/** The example on the local cloud, or what it would be with other properties. */
async function example(props: Partial<ServerlessCrudApiProps> = {}, ...more: ((stack: Stack) => void)[]): Promise<string> {
  const assembly = synthesizeStack((stack) => {
    new ServerlessCrudApi(stack, 'Todos', { schema: fixtureTodo, auth: Auth.none(), ...props });
    for (const add of more) add(stack);
  });
  return (await start(assembly)).url;
}

const counts = (lines: string[]) => {
  const [, ran, known, asserted] = /^(\d+) of (\d+) cases ran, (\d+) asserted/.exec(lines.find((line) => / cases ran, /.test(line))!)!;
  return { ran: Number(ran), known: Number(known), asserted: Number(asserted) };
};

test('of the example, all that fits passes, with its calls', async () => {
  const { exitCode, lines } = await run('--base-url', await example(), '--only', 'create', '--disposable');
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  const { ran, known, asserted } = counts(lines);
  expect(ran).toBeGreaterThan(20);
  expect(ran).toBeLessThan(known);
  expect(asserted).toBe(ran);
  expect(exitCode).toBe(0);
}, 60_000);

test('where the schema is another, operations that speak of it do not fit, and this is said', async () => {
  const other = new EntitySchema('todo', { title: Field.text({ required: true }) });
  const { exitCode, lines } = await run('--base-url', await example({ schema: other }), '--only', 'update');
  expect(lines.join('\n')).toMatch(/\d+  the API has another POST \/todos \(body, answers\)/);
  expect(lines).toContain('no case fits the target: nothing was tested');
  expect(exitCode).toBe(1);
}, 60_000);

test('what is left of an API is still tested', async () => {
  const operations = Operations.only(Operation.CREATE, Operation.GET);
  const { exitCode, lines } = await run('--base-url', await example({ operations }), '--only', 'GET');
  expect(counts(lines).ran).toBeGreaterThan(0);
  expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/);
  expect(exitCode).toBe(0);
}, 60_000);

describe('an API behind an authorizer', () => {
  let url: string;
  beforeAll(async () => {
    url = await example({ ...diaryProps, auth: Auth.jwt({ issuer: 'https://elsewhere.example', audience: ['x'] }) });
  });

  test('is asked with tokens of the local issuer', async () => {
    const { exitCode, lines } = await run('--base-url', url, '--only', "another's item is told");
    expect(counts(lines)).toMatchObject({ ran: 4, asserted: 4 });
    expect(exitCode).toBe(0);
  });

  test('those of the command line come first', async () => {
    const { exitCode, lines } = await run('--base-url', url, '--only', 'an item lies in the scope of its owner', '--token', 'ana=wrong');
    expect(lines.join('\n')).toContain('status: expected 201, got 401');
    expect(exitCode).toBe(1);
  });
});

describe('what is wrong is one line', () => {
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const stubbed = async (document: object, ...args: string[]) => {
    const stub = await startStub(RIGHT, true, document);
    try {
      return await run('--base-url', stub.url, ...args);
    } finally {
      await stub.stop();
    }
  };

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['nothing answers', () => run('--base-url', 'http://127.0.0.1:1'), /^nothing answers at http:\/\/127\.0\.0\.1:1 \(.*\); start the API, or give another --base-url$/],
    ['an address that is none', () => run('--base-url', 'localhost'), /^--base-url must be an http or https URL, got 'localhost'$/],
    ['another kind of document', () => stubbed({ swagger: '2.0' }), /^the document http:.*\/_console\/openapi\.json is not OpenAPI 3: .*--openapi FILE/],
    ['no such file', () => run('--base-url', 'http://127.0.0.1:1', '--openapi', join(folder, 'none')), /^cannot read the OpenAPI document .*none: ENOENT/],
    ['a file that is not JSON', () => run('--base-url', 'http://127.0.0.1:1', '--openapi', file('yaml', 'openapi: 3.1.1')), /^the document .*yaml is not JSON: it begins with "openapi: 3/],
    ['a file that is something else', () => run('--base-url', 'http://127.0.0.1:1', '--openapi', file('null', 'null')), /^the document .*null is not OpenAPI 3/],
    ['a token without a name', () => run('--base-url', 'http://127.0.0.1:1', '--token', 'eyJ'), /^--token must be NAME=VALUE, such as ana=eyJ…, got 'eyJ'$/],
  ])('%s', async (_what, attempt, message) => {
    const error = await attempt().then(() => undefined, (reason: Error) => reason);
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toContain('\n');
  });
});
