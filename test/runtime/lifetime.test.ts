import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { STANDARD_OPERATIONS } from '../../src/model';

const HOUR = 60 * 60;
const DATE_TIME = { type: 'string', format: 'date-time' } as const;
const model = todoModel({
  entity: { expiry: true, softDeleteSeconds: HOUR },
  fields: { title: { type: 'string' }, expiresAt: DATE_TIME },
  operations: [...STANDARD_OPERATIONS, 'restore', 'count'],
});

let table: TestTable;
let path: string;
beforeEach(async () => {
  table = await openTable(model);
  const { json } = await table.request('POST', '/todos', { body: { title: 'x' } });
  path = `/todos/${json.id}`;
  table.actions();
});
afterEach(() => table.close());

const status = async (method: string, at = path, body?: unknown) => (await table.request(method, at, { body })).statusCode;
const expire = (seconds: number) => table.request('PATCH', path, { body: { expiresAt: new Date(Date.UTC(2024, 0, 1) + seconds * 1000).toISOString() } });

/** Absent is absent, however it came about. */
const ABSENT: [string, string, number, unknown?][] = [
  ['GET', '', 404],
  ['HEAD', '', 404],
  ['PATCH', '', 404, { title: 'y' }],
  ['PUT', '', 404, { title: 'y' }],
  ['DELETE', '', 404],
];

test('a deleted item is absent in every operation, though the store has it', async () => {
  expect(await status('DELETE')).toBe(204);
  expect(table.actions()).toEqual(['UpdateItem']);
  for (const [method, , expected, body] of ABSENT) expect(await status(method, path, body)).toBe(expected);
  expect((await table.request('GET', '/todos')).json).toEqual({ items: [] });
  expect((await table.request('GET', '/todos/count')).json).toEqual({ count: 0, complete: true });
  const { Items } = await table.store('Scan', { TableName: 'todos' });
  expect(Items).toMatchObject([{ deletedAt: { S: '2024-01-01T00:00:00.000Z' }, _ttl: { N: String(Date.UTC(2024, 0, 1) / 1000 + HOUR) } }]);
});

test('a deleted item keeps its chosen id, which a precondition that there is none does not change', async () => {
  const chosen = await openTable(todoModel({ entity: { itemId: 'clientChosen', softDeleteSeconds: HOUR } }));
  const put = (headers?: { [name: string]: string }) => chosen.request('PUT', '/todos/a', { body: { title: 'x' }, headers });
  await put();
  await chosen.request('DELETE', '/todos/a');
  expect((await put()).json).toMatchObject({ status: 409, code: 'already-exists' });
  expect((await put({ 'if-none-match': '*' })).json).toMatchObject({ status: 412, code: 'version-mismatch' });
  await chosen.close();
});

test('a restore brings it back, once, in one call', async () => {
  await status('DELETE');
  table.actions();
  const { json, statusCode, headers } = await table.request('POST', `${path}/restore`);
  expect([statusCode, json.title, json.version, headers.ETag.startsWith('"3-')]).toEqual([200, 'x', 3, true]);
  expect(table.actions()).toEqual(['UpdateItem']);
  expect((await table.request('POST', `${path}/restore`)).json).toMatchObject({ status: 409, code: 'conflict' });
  expect(await status('GET')).toBe(200);
  const { Items } = await table.store('Scan', { TableName: 'todos' });
  expect(Object.keys(Items[0])).not.toEqual(expect.arrayContaining(['deletedAt']));
  expect(Items[0]._ttl).toBeUndefined();
});

test('after its time it can no longer be restored', async () => {
  await status('DELETE');
  table.at(HOUR * 1000);
  expect(await status('POST', `${path}/restore`)).toBe(404);
});

test('an expired item is absent in every operation, before DynamoDB removes it', async () => {
  await expire(10);
  table.at(9_999);
  expect(await status('GET')).toBe(200);
  table.at(10_000);
  for (const [method, , expected, body] of ABSENT) expect(await status(method, path, body)).toBe(expected);
  expect((await table.request('GET', '/todos')).json).toEqual({ items: [] });
  expect(await status('POST', `${path}/restore`)).toBe(404);
});

test('a restored item expires when it would have', async () => {
  await expire(HOUR * 2);
  await status('DELETE');
  table.actions();
  expect(await status('POST', `${path}/restore`)).toBe(200);
  expect(table.actions()).toEqual(['UpdateItem', 'UpdateItem']);
  const { Items } = await table.store('Scan', { TableName: 'todos' });
  expect(Items[0]._ttl).toEqual({ N: String(Date.UTC(2024, 0, 1) / 1000 + HOUR * 2) });
});

test('an expiry that is removed leaves nothing of it', async () => {
  await expire(10);
  await table.request('PATCH', path, { body: { expiresAt: null } });
  const { Items } = await table.store('Scan', { TableName: 'todos' });
  expect([Items[0]._ttl, Items[0].expiresAt]).toEqual([undefined, undefined]);
});

describe('where clients choose ids', () => {
  const chosen = todoModel({ entity: { expiry: true, itemId: 'clientChosen' }, fields: { title: { type: 'string' }, expiresAt: DATE_TIME } });
  let own: TestTable;
  beforeEach(async () => {
    own = await openTable(chosen);
    await own.request('POST', '/todos', { body: { id: 'a', title: 'old', expiresAt: '2024-01-01T00:00:10Z' } });
  });
  afterEach(() => own.close());

  test('an id is free again once its item has expired: by a create', async () => {
    expect((await own.request('POST', '/todos', { body: { id: 'a', title: 'new' } })).statusCode).toBe(409);
    own.at(10_000);
    expect((await own.request('POST', '/todos', { body: { id: 'a', title: 'new' } })).statusCode).toBe(201);
  });

  test('and by a replacement, which begins anew', async () => {
    own.at(10_000);
    own.actions();
    const answer = await own.request('PUT', '/todos/a', { body: { title: 'new' } });
    expect(answer).toMatchObject({ statusCode: 201, json: { id: 'a', title: 'new', version: 1, createdAt: '2024-01-01T00:00:10.000Z' } });
    expect(own.actions()).toEqual(['UpdateItem', 'UpdateItem']);
    expect((await own.request('GET', '/todos/a')).json).toEqual(answer.json);
  });
});
