import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TodoListStack } from './apps/five-functions';
import { ItemStack as ConsoleStack } from './apps/functions-made-in-the-console';
import { ItemStack } from './apps/one-function-behind-four-routes';
import { TodosAndCustomersStack } from './apps/one-function-with-a-page';
import { UserStack } from './apps/two-functions-in-a-template';
import { hasBash, runInBash } from './support/bash';
import { SeedStack } from './support/seed';
import { mistakes, readWalks, Walk } from './support/walk';
import { runWithoutBash } from './support/without-bash';
import type { LocalCloud } from '../../src/local';
import { synthesize } from '../local/support/cdk-app';
import { start } from '../local/support/clouds';

/** In the document's order. */
const CONFIGURATIONS: [file: string, stack: SeedStack][] = [
  ['five-functions', TodoListStack],
  ['one-function-behind-four-routes', ItemStack],
  ['two-functions-in-a-template', UserStack],
  ['one-function-with-a-page', TodosAndCustomersStack],
  ['functions-made-in-the-console', ConsoleStack],
];

const walks = readWalks(readFileSync(join(__dirname, '..', '..', 'docs', 'coming-from.md'), 'utf8'));
const cases = CONFIGURATIONS.map(([file], position): [string, string, Walk] => [walks[position].title, file, walks[position]]);

let apis: LocalCloud['apis'];
beforeAll(async () => {
  ({ apis } = await start(synthesize((app) => {
    for (const [file, Configuration] of CONFIGURATIONS) new Configuration(app, file);
  })));
});

test('each section is one of the configurations', () => expect(walks).toHaveLength(CONFIGURATIONS.length));

test('an answer that is not as the document has it is named', () => {
  const step = { command: 'curl $API/items', status: 200, output: ['{"items":[{"id":"…"}]}'] };
  expect(mistakes(step, { status: 200, output: '{"items":[{"id":"a"}]}' })).toEqual([]);
  expect(mistakes(step, { status: 404, output: '{"items":[]}' }).map((mistake) => mistake.split('\n')[1])).toEqual([
    'status is 404, not 200', 'no line is {"items":[{"id":"…"}]}', 'not in the document: {"items":[]}',
  ]);
});

describe.each(cases)('%s', (_title, file, { configuration, steps }) => {
  // types are checked there, and the stack that the requests go to is made of it
  test('its configuration is the file that is compiled', () => {
    expect(configuration).toBe(readFileSync(join(__dirname, 'apps', `${file}.ts`), 'utf8'));
  });

  const ways: [string, typeof runInBash][] = [['without bash', runWithoutBash], ...(hasBash() ? [['in bash', runInBash] as [string, typeof runInBash]] : [])];

  test.each(ways)('its requests answer what it says, %s', async (_way, run) => {
    const { url } = apis.find(({ name }) => name.startsWith(`${file}-`))!;
    const answers = await run(steps.map(({ command }) => command), url);
    expect(steps.flatMap((step, position) => mistakes(step, answers[position]))).toEqual([]);
  });
});
