import { App, Stack } from 'aws-cdk-lib';
import { Order, STATES, Writer } from './writer';
import { Auth, EntitySchema, Field, FunctionLayout, ServerlessCrudApi } from '../../../src';
import { RunningCommand } from '../../local/support/command';
import { send } from '../../local/support/http-client';
import { temporaryFolder } from '../../temporary-folder';

/** `KILL_ROUNDS=200 npx jest test/cli/kill` */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3);
const MILLIS_A_ROUND = 15_000;
const WRITERS = 8;

/** How long the writers write; at first only one instance of the function is warm. */
const SHORTEST_LIFE_MILLIS = 400;
const LIVES_MILLIS = 800;

/** An index, and a unique value: a write of it is a transaction with a row beside the item. */
const ORDER = new EntitySchema('order', {
  code: Field.text({ required: true, unique: true, minLength: 1, maxLength: 40 }),
  state: Field.oneOf(STATES, { required: true }),
}, { indexes: [{ name: 'byState', partitionBy: ['state'], sortBy: ['code'] }] });

function synthesize(): string {
  const app = new App({ outdir: temporaryFolder('assembly') });
  new ServerlessCrudApi(new Stack(app, 'Test'), 'Orders', { schema: ORDER, auth: Auth.none(), functionLayout: FunctionLayout.SINGLE });
  return app.synth().directory;
}

async function list(url: string, query = ''): Promise<Order[]> {
  const items: Order[] = [];
  let cursor: string | undefined;
  do {
    const page = JSON.parse((await send(`${url}?limit=100${query}${cursor === undefined ? '' : `&cursor=${cursor}`}`)).text) as { items: Order[]; nextCursor?: string };
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}

let dev: RunningCommand;
afterEach(async () => {
  dev.signal('SIGKILL');
  await dev.ended;
});

/** What is stored is what was answered, in the table and in the index. */
async function compare(url: string, writers: readonly Writer[]): Promise<void> {
  const stored = await list(url);
  const byId = new Map(stored.map((item) => [item.id, item]));
  for (const writer of writers) writer.compare(byId);
  for (const state of STATES) {
    const inOrder = stored.filter((item) => item.state === state).sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(await list(url, `&index=byState&state=${state}`)).toEqual(inOrder);
  }
}

test(`no answered write is lost when dev is killed, ${ROUNDS} times`, async () => {
  const assembly = synthesize();
  const data = temporaryFolder('data');
  const writers = Array.from({ length: WRITERS }, (_, place) => new Writer(`writer${place}`));
  const written: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    dev = new RunningCommand(['dev', '--app', assembly, '--data', data, '--port', '0', '--no-watch'], data);
    const [, api] = await dev.says(/API +(http:\S+)[^]*Ctrl-C ends it/);
    const url = `${api}/orders`;
    await compare(url, writers);
    const writing = round < ROUNDS ? writers.map((writer) => writer.write(url)) : [];
    setTimeout(() => dev.signal('SIGKILL'), SHORTEST_LIFE_MILLIS + (round * 37) % LIVES_MILLIS);
    written.push(...await Promise.all(writing));
    await dev.ended;
  }
  const sum = written.reduce((a, b) => a + b);
  expect(sum).toBeGreaterThan(0);
  if (process.env.KILL_ROUNDS) console.log(`${ROUNDS} kills of dev after ${sum} answered writes: nothing lost, the index equal to the table`);
}, (ROUNDS + 1) * MILLIS_A_ROUND);
