import { FaultyCloud, startFaulty } from './fixture';
import { Wrong } from './history/check';
import { runCatalogue } from './runs/catalogue';
import { runClear } from './runs/clear';
import { runRaces } from './runs/races';
import { runWriters } from './runs/writers';
import type { ErrorAnswer, FaultyCall } from '../../src/local';
import { steadily } from '../contract/harness/steady';

let cloud: FaultyCloud;
beforeAll(async () => {
  cloud = await startFaulty();
}, 120_000);
afterAll(() => cloud?.stop());

const wrongOf = <T extends { readonly wrong: readonly string[] }>(results: readonly T[]) => results.filter(({ wrong }) => wrong.length > 0);

test('writers whose answers are lost lose nothing, do nothing twice and are told nothing false', async () => {
  const { violations, met, statuses } = await runWriters(cloud, { seed: 1, writes: 500, writers: 16, rates: { 'reset-after': 0.1, 'throttle': 0.05 } });
  expect(violations).toEqual([]);
  expect([...met.keys()].sort()).toEqual(['none', 'reset-after', 'throttle']);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 204, 404, 409, 412]));
}, 60_000);

test.each([false, true])('only one of many can win; calls meet faults: %s', async (faulty) => {
  const results = await steadily(() => runRaces(cloud, 1, faulty), (first) => wrongOf(first).length > 0);
  expect(wrongOf(results)).toEqual([]);
  expect(results).toHaveLength(8);
}, 60_000);

test('every fault of store and network is met by every operation as the contract says', async () => {
  const rows = await steadily(() => runCatalogue(cloud, { isShort: true }), (first) => wrongOf(first).length > 0);
  expect(wrongOf(rows)).toEqual([]);
  expect(rows.length).toBeGreaterThan(270);
}, 60_000);

test('what a batch leaves unprocessed is cleared all the same, and counted once', async () => {
  expect(await runClear(cloud, 60)).toMatchObject([{ collection: '/notes', wrong: [] }, { collection: '/members', wrong: [] }]);
}, 60_000);

test.each<[title: string, wrong: Wrong[], lie: ErrorAnswer, actions: string[]]>([
  ['finds nothing', ['false 404'], { statusCode: 400, body: { __type: 'x#ConditionalCheckFailedException' } }, ['UpdateItem']],
  ['only says that it has written', ['lost update'], { statusCode: 200, body: { __type: '' } }, ['PutItem', 'DeleteItem']],
])('a store that now and then %s is found out', async (title, wrong, lie, actions) => {
  let count = 0;
  const faults = ({ action }: FaultyCall) => (actions.includes(action) && count++ % 4 === 3 ? lie : undefined);
  const { violations } = await runWriters(cloud, { seed: title.length, writes: 200, writers: 4, faults });
  expect(violations.map((violation) => violation.wrong)).toEqual(expect.arrayContaining(wrong));
}, 60_000);
