import { TestFunction } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { openTable } from './fixtures/table';

/** The collection as it is deployed before, between and after the two steps that raise its number of shards from one to four. */
const [BEFORE, BETWEEN, AFTER] = [[1, 1], [4, 1], [4, 4]].map(([shards, writeShards]) => todoModel({ scope: { kind: 'collection', shards, writeShards } }));

const ITEMS = 30;

async function create({ request }: TestFunction): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < ITEMS; number++) {
    const { statusCode, json } = await request('POST', '/todos', { body: { title: `${number}` } });
    expect(statusCode).toBe(201);
    ids.push(json.id);
  }
  return ids;
}

/** All ids that a function lists, by pages of seven. */
async function listed({ request }: TestFunction): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const { json } = await request('GET', '/todos', { query: `limit=7${cursor === undefined ? '' : `&cursor=${cursor}`}` });
    ids.push(...json.items.map(({ id }: { id: string }) => id));
    cursor = json.nextCursor;
  }
  return ids;
}

async function statuses({ request }: TestFunction, ids: string[]): Promise<number[]> {
  const answers = await Promise.all(ids.map((id) => request('GET', `/todos/${id}`)));
  return [...new Set(answers.map(({ statusCode }) => statusCode))];
}

test.each([['first', BEFORE, BETWEEN], ['second', BETWEEN, AFTER]])('while the %s step is deployed, old and new functions see each other\'s items', async (_step, older, newer) => {
  const table = await openTable(older);
  const replacement = table.beside(newer);
  const ids = [...await create(table), ...await create(replacement), ...await create(table)];
  for (const either of [table, replacement]) {
    expect((await listed(either)).sort()).toEqual([...ids].sort());
    expect(await statuses(either, ids)).toEqual([200]);
  }
  await table.close();
});

test('in one step the old functions would list nothing of what the new ones write elsewhere', async () => {
  const table = await openTable(BEFORE);
  const ids = await create(table.beside(AFTER));
  expect((await listed(table)).length).toBeLessThan(ids.length);
  expect(await statuses(table, ids)).toEqual([200]);
  await table.close();
});

test('afterwards items of all times can be listed, changed and deleted', async () => {
  const table = await openTable(BEFORE);
  const final = table.beside(AFTER);
  const ids = [...await create(table), ...await create(table.beside(BETWEEN)), ...await create(final)];
  for (const id of ids) expect((await final.request('PATCH', `/todos/${id}`, { body: { title: 'changed' } })).statusCode).toBe(200);
  expect((await listed(final)).sort()).toEqual([...ids].sort());
  for (const id of ids) expect((await final.request('DELETE', `/todos/${id}`)).statusCode).toBe(204);
  expect(await listed(final)).toEqual([]);
  await table.close();
});
