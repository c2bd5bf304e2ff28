import { Case, CaseFile } from './case';
import { runCommand } from './command';
import { anId, including } from './matchers';
import { post } from './requests';
import { RIGHT, startStub, StubAnswer } from './stub-server';
import { OpenApi } from '../../../src/openapi';
import { fixtureDocument } from '../fixture/document';

const create: Case = { name: 'creates', request: post('/todos', { title: "it's" }), status: 201, body: including({ id: anId }), calls: [] };
const files: CaseFile[] = [
  { topic: 'one', cases: [create, { ...create, name: 'creates alone', exclusive: true }] },
  { topic: 'two', cases: [{ ...create, name: 'creates a specimen', collection: '/specimens' }] },
];

/** The stub has the todos alone. */
let document: OpenApi;
beforeAll(async () => {
  const { paths, ...rest } = await fixtureDocument();
  document = { ...rest, paths: Object.fromEntries(Object.entries(paths as object).filter(([path]) => path.startsWith('/todos'))) };
}, 60_000);

async function run(answer: StubAnswer, ...args: string[]): Promise<{ exitCode: number; lines: string[]; url: string }> {
  const stub = await startStub(answer, true, document);
  const lines: string[] = [];
  try {
    return { exitCode: await runCommand(['--base-url', stub.url, ...args], files, (line) => lines.push(line)), lines, url: stub.url };
  } finally {
    await stub.stop();
  }
}

const answer: StubAnswer = { ...RIGHT, calls: [] };

test('only the cases that fit the target run; the last line counts', async () => {
  const { exitCode, lines } = await run(answer);
  expect(lines).toEqual([
    '2 cases do not fit the target:',
    '     1  needs an empty collection, and deletes all items for it (--disposable)',
    '     1  the API has no /specimens',
    '1 of 3 cases ran, 1 asserted their DynamoDB calls',
    '1 passed, 0 failed',
  ]);
  expect(exitCode).toBe(0);
});

test('a failure is told with its difference and a command to see it again', async () => {
  const { exitCode, lines, url } = await run({ ...answer, status: 200 });
  expect(lines[3].split('\n').filter((line) => !line.includes('OpenAPI document'))).toEqual([
    '✗ one: creates',
    '    status: expected 201, got 200',
    `    $ curl -i --path-as-is -X POST '${url}/todos' -H 'Origin: https://page.example' -H 'Content-Type: application/json' --data-binary '{"title":"it'\\''s"}'`,
  ]);
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
  expect(exitCode).toBe(1);
});

test('nothing that ran is a failure', async () => {
  const { exitCode, lines } = await run(answer, '--only', 'no such case');
  expect(lines).toEqual(['0 of 0 cases ran, 0 asserted their DynamoDB calls', 'no case fits the target: nothing was tested', '0 passed, 0 failed']);
  expect(exitCode).toBe(1);
});

test('titles are listed without a target', async () => {
  const lines: string[] = [];
  expect(await runCommand(['--list', '--only', 'specimen'], files, (line) => lines.push(line))).toBe(0);
  expect(lines).toEqual(['two: creates a specimen']);
});

test('an unknown option is an error', async () => {
  await expect(runCommand(['--bse-url', 'http://127.0.0.1'], files)).rejects.toThrow(/--bse-url/);
});
