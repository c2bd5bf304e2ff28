import { deepStrictEqual, ok } from 'node:assert';
import * as fc from 'fast-check';
import { Api, Item, Page, withApi } from './api';
import { Property, Tally } from './property';
import { Model } from '../../src/model';
import { todoModel } from '../runtime/fixtures/models';

const FIELDS = {
  label: { type: 'string', minLength: 1 },
  rank: { type: 'integer' },
  note: { 'type': 'string', 'x-filterable': true },
} as const;
const INDEXES = [{ name: 'byRank', partitionBy: [], sortBy: ['rank'] }, { name: 'byLabel', partitionBy: ['label'], sortBy: ['rank'] }];
const model = (shards: number): Model => todoModel({
  fields: FIELDS as never, required: ['label', 'rank'], indexes: INDEXES, scope: { kind: 'collection', shards, writeShards: shards },
});

/** An order that pages can have: the query for it, the items that it lists, and the place of each. */
interface Order {
  readonly name: string;
  readonly shards: number;
  readonly query: string;
  readonly lists: (item: Item) => boolean;
  readonly place: (item: Item) => readonly (number | string)[];
}

const byId = (item: Item) => [item.id];
const byRank = (item: Item) => [item.rank as number, item.id];
const everyItem = () => true;

const ORDERS: readonly Order[] = [
  { name: 'by id', shards: 1, query: '', lists: everyItem, place: byId },
  { name: 'by id, filtered', shards: 1, query: '&note=kept', lists: ({ note }) => note === 'kept', place: byId },
  { name: 'by id in four shards', shards: 4, query: '', lists: everyItem, place: byId },
  { name: 'by id in four shards, filtered', shards: 4, query: '&note=kept', lists: ({ note }) => note === 'kept', place: byId },
  { name: 'by an index of the collection', shards: 1, query: '&index=byRank', lists: everyItem, place: byRank },
  { name: 'by an index of the collection in four shards', shards: 4, query: '&index=byRank', lists: everyItem, place: byRank },
  { name: 'by an index of a field', shards: 4, query: '&label=a', lists: ({ label }) => label === 'a', place: byRank },
  { name: 'by a range of an index', shards: 1, query: '&rank:gt=0&rank:lte=2', lists: ({ rank }) => (rank as number) > 0 && (rank as number) <= 2, place: byRank },
];

const fields = fc.record({ label: fc.constantFrom('a', 'b'), rank: fc.nat(3), note: fc.constantFrom('kept', 'other') });

/** What others do between two pages. No index attribute of an item that stays is written, and no attribute of the filter. */
const interruptions = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('create' as const), fields }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'write' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('deleteLast' as const) }),
), { maxLength: 4 });

const walks = fc.record({
  order: fc.constantFrom(...ORDERS),
  descending: fc.boolean(),
  items: fc.array(fields, { maxLength: 24, size: 'max' }),
  limits: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
  between: fc.array(interruptions, { maxLength: 24, size: 'max' }),
});

type Walk = typeof walks extends fc.Arbitrary<infer T> ? T : never;

async function walk(api: Api, { order, descending, items, limits, between }: Walk, tally: Tally): Promise<void> {
  const present = new Map<string, Item>();
  const create = async (body: object) => {
    const item = await api.succeed('POST', '/todos', { body }) as Item;
    present.set(item.id, item);
    return item;
  };
  const old: Item[] = [];
  for (const one of items) old.push(await create(one));
  const seen: Item[] = [];

  const interrupt = async (what: Walk['between'][number][number]) => {
    tally.add(what.kind);
    if (what.kind === 'create') return void await create(what.fields);
    const { id } = what.kind === 'deleteLast' ? seen.at(-1) ?? {} : [...present.values()][what.which % Math.max(present.size, 1)] ?? {};
    if (id === undefined || !present.has(id)) return undefined;
    if (what.kind === 'write') return api.succeed('PATCH', `/todos/${id}`, { body: {} });
    present.delete(id);
    return api.succeed('DELETE', `/todos/${id}`);
  };

  let cursor: string | undefined;
  for (let pages = 0; pages === 0 || cursor !== undefined; pages++) {
    const limit = limits[pages % limits.length];
    const query = `limit=${limit}&order=${descending ? 'desc' : 'asc'}${order.query}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
    const page = await api.succeed('GET', '/todos', { query }) as Page;
    ok(page.items.length <= limit, `${page.items.length} items on a page of ${limit}`);
    seen.push(...page.items);
    cursor = page.nextCursor;
    tally.add('pages');
    for (const what of between[pages] ?? []) await interrupt(what);
  }

  const ids = seen.map(({ id }) => id);
  deepStrictEqual(ids, [...new Set(ids)], 'an item was repeated');
  deepStrictEqual(ids, [...seen].sort((a, b) => compare(order.place(a), order.place(b)) * (descending ? -1 : 1)).map(({ id }) => id), 'the order is another');
  ok(seen.every(order.lists), 'an item that the filter does not mean');
  const missed = old.filter((item) => present.has(item.id) && order.lists(item) && !ids.includes(item.id));
  deepStrictEqual(missed, [], 'items that lived through the walk were missed');
  for (const id of present.keys()) await api.succeed('DELETE', `/todos/${id}`);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, position) => value !== b[position]);
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
}

export const pageWalks: Property = {
  name: 'a walk over pages meets every item that lives through it exactly once, in order',
  few: 40,
  check: (count, seed) => withApi(model(1), (one) => withApi(model(4), async (four) => {
    const tally = new Tally();
    await fc.assert(fc.asyncProperty(walks, (asked) => walk(asked.order.shards === 1 ? one : four, asked, tally)), { numRuns: count, seed });
    return `${count} walks: ${tally}`;
  })),
};
