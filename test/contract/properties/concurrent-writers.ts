import { clientOf, Item } from '../harness/client';
import { get, HttpRequestSpec, patch, post, put, remove } from '../harness/requests';

const times = <T>(count: number, one: (number: number) => T): T[] => Array.from({ length: count }, (_, number) => one(number));

export function concurrentWriters(baseUrl: () => string): void {
  let client: ReturnType<typeof clientOf>;
  beforeAll(() => {
    client = clientOf(baseUrl());
  });

  async function created(fields: object = { title: 'shared' }): Promise<{ item: Item; etag: string; path: string }> {
    const { json, headers } = await client.succeed(post('/todos', fields));
    return { item: json as Item, etag: headers.etag, path: `/todos/${(json as Item).id}` };
  }

  const statuses = async (requests: HttpRequestSpec[]) => (await Promise.all(requests.map(client.ask))).map(({ status }) => status).sort();
  const current = async (path: string) => (await client.succeed(get(path))).json as Item;

  test.each<[string, (path: string, ifMatch: string, writer: number) => HttpRequestSpec, number]>([
    ['PATCH', (path, ifMatch, writer) => patch(path, { title: `writer ${writer}` }, { 'If-Match': ifMatch }), 200],
    ['PUT', (path, ifMatch, writer) => put(path, { title: `writer ${writer}` }, { 'If-Match': ifMatch }), 200],
  ])('of 16 writers with one tag, %s lets one through', async (_method, request, success) => {
    const { path, etag } = await created();
    expect(await statuses(times(16, (writer) => request(path, etag, writer)))).toEqual([success, ...times(15, () => 412)]);
    expect((await current(path)).version).toBe(2);
  });

  test('of 16 deletes with one tag one finds the item', async () => {
    const { path, etag } = await created();
    expect(await statuses(times(16, () => remove(path, { 'If-Match': etag })))).toEqual([204, ...times(15, () => 404)]);
  });

  test('100 patches at once count the version on by exactly 100', async () => {
    const { path } = await created();
    expect(await statuses(times(100, (writer) => patch(path, { priority: writer % 5 + 1 })))).toEqual(times(100, () => 200));
    expect((await current(path)).version).toBe(101);
  });

  test('patches of different fields lose nothing', async () => {
    const { path, item } = await created();
    const fields = { description: 'd', completed: true, priority: 4, dueDate: '2027-01-01', tags: ['t'] };
    await Promise.all(Object.entries(fields).map(([name, value]) => client.succeed(patch(path, { [name]: value }))));
    const { updatedAt, ...after } = await current(path);
    expect({ ...after, updatedAt: typeof updatedAt }).toEqual({ ...item, ...fields, version: 6, updatedAt: 'string' });
  });

  test('a write never brings a deleted item back', async () => {
    for (let round = 0; round < 10; round++) {
      const { path } = await created();
      const writes = times(6, (writer) => (writer % 2 === 0 ? patch(path, { priority: 1 }) : put(path, { title: 'back' })));
      const [deleted, ...written] = await Promise.all([remove(path), ...writes].map(client.ask));
      expect(deleted.status).toBe(204);
      expect(written.every(({ status }) => status === 200 || status === 404)).toBe(true);
      expect((await client.ask(get(path))).status).toBe(404);
    }
  });

  test('ids are distinct, and sort by creation', async () => {
    const ids = (await Promise.all(times(64, () => created()))).map(({ item }) => item.id);
    expect(new Set(ids).size).toBe(64);
    const one = (await created()).item.id;
    const next = (await created()).item.id;
    expect(one < next).toBe(true);
  });
}
