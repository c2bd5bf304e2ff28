import { deepStrictEqual, ok } from 'node:assert';
import * as fc from 'fast-check';
import { Item } from './api';
import { CursorGround, withCursors } from './cursor-lists';
import { Property, Tally } from './property';
import { Position, writeCursor } from '../../src/runtime/list/cursor';
import { AttributeMap } from '../../src/runtime/store/call';
import { SentCall } from '../runtime/fixtures/function';

/** What an attacker with the code at hand might put into a position, besides ids and values of another. */
const texts = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('', '-', 'todo|owner|ana', '\0', '\uffff', 'x'.repeat(1024), 'x'.repeat(1025), '00000000-0000-7000-8000-000000000000', 'ffffffff-ffff-7fff-bfff-ffffffffffff'),
);
const numbers = fc.oneof(
  fc.integer({ min: -2, max: 4 }).map(String),
  fc.constantFrom('', 'NaN', '1e999', '-0', '0x1', '9'.repeat(38), '9'.repeat(39), '9'.repeat(126), '1'.repeat(200), '0.5', ' 1', 'Infinity'),
);
const values = fc.oneof(
  texts.map((S) => ({ S })),
  numbers.map((N) => ({ N })),
  fc.constantFrom<object | null | string | number>({ B: 'AA==' }, { BOOL: true }, { NULL: true }, { SS: ['a'] }, { S: 1 }, { N: 1 }, {}, { S: 'a', N: '1' }, { M: { _scope: { S: 'todo|owner|ana' } } }, null, 'a', 1, [], { __proto__: null, S: 'a' }),
);

const attempts = fc.record({
  list: fc.nat(),
  /** Of whose list the context is said to be. */
  context: fc.constantFrom('own', 'own', 'own', 'victim'),
  id: fc.nat(),
  rank: numbers,
  position: fc.constantFrom('victim', 'victim', 'free', 'free', 'object'),
  free: fc.array(values, { maxLength: 4 }),
});

type Attempt = typeof attempts extends fc.Arbitrary<infer T> ? T : never;

/** Where a call reads, and where it says to begin. */
function partitionsOf({ input: { KeyConditionExpression, ExpressionAttributeValues, ExclusiveStartKey } }: SentCall): string[] {
  const [, scope] = /#_scope = (:\w+)/.exec(KeyConditionExpression as string)!;
  return [(ExpressionAttributeValues as AttributeMap)[scope], (ExclusiveStartKey as AttributeMap)._scope].map((value) => (value as { S: string }).S);
}

async function forge({ lists, ids }: CursorGround, tally: Tally, { list, context, id, rank, position, free }: Attempt): Promise<void> {
  const own = lists.filter(({ apiName, caller }) => apiName === 'owned' && caller === 'eve');
  const asked = own[list % own.length];
  const victims = lists.find(({ apiName, caller, query }) => apiName === 'owned' && caller === 'ana' && query === asked.query)!;
  const idOfVictim = { S: ids.ana[id % ids.ana.length] };
  const claimed = {
    victim: asked.sort.map((name) => (name === 'id' ? idOfVictim : { N: rank })),
    free,
    object: { _scope: { S: 'todo|owner|ana' }, id: idOfVictim },
  }[position];
  const cursor = writeCursor(claimed as unknown as Position, (context === 'own' ? asked : victims).context);

  const { api, query } = asked;
  const before = api.table.calls.length;
  const { statusCode, json } = await api.ask('GET', '/todos', { query: `limit=5${query}&cursor=${cursor}`, claims: { sub: 'eve' } });
  const calls = api.table.calls.slice(before);
  ok(statusCode === 200 || statusCode === 400, `status ${statusCode} for ${JSON.stringify(claimed)}`);
  for (const call of calls) deepStrictEqual(partitionsOf(call), ['todo|owner|eve', 'todo|owner|eve'], 'a call leaves the scope of eve');
  if (statusCode === 400) deepStrictEqual([json.code, calls], ['invalid-cursor', []]);
  else ok((json.items as Item[]).every((item) => ids.eve.includes(item.id)), `an item that is not eve's: ${JSON.stringify(json.items)}`);
  if (context === 'victim') deepStrictEqual(statusCode, 400, 'a cursor of another list was accepted');
  tally.add(statusCode === 200 ? 'accepted, within the own list' : 'refused with 400');
  if (statusCode === 200) tally.add('own items shown', (json.items as Item[]).length);
}

export const forgedCursors: Property = {
  name: 'a cursor forged with the code at hand shows no item of another scope',
  few: 400,
  check: (count, seed) => withCursors(async (ground) => {
    const tally = new Tally();
    await fc.assert(fc.asyncProperty(attempts, (attempt) => forge(ground, tally, attempt)), { numRuns: count, seed });
    return `${count} forged, 0 items of another scope: ${tally}`;
  }),
};
