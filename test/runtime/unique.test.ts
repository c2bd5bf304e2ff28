import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { Model, STANDARD_OPERATIONS } from '../../src/model';

const FIELDS = {
  email: { 'type': 'string', 'x-unique': 'scope' },
  handle: { 'type': ['string', 'null'], 'x-unique': 'global' },
  name: { type: 'string' },
  expiresAt: { type: 'string', format: 'date-time' },
} as const;
const unique = (parts: object = {}): Model => todoModel({
  fields: FIELDS as never, required: [], operations: [...STANDARD_OPERATIONS, 'batch', 'clear', 'restore'], ...parts,
});

let table: TestTable;
const open = async (model: Model) => { table = await openTable(model); };
afterEach(() => table.close());

const create = async (body: object, claims?: object) => (await table.request('POST', '/todos', { body, claims: claims as never })).json;
const markers = async () => {
  const { Items } = await table.store('Scan', { TableName: 'todos' });
  return Items.filter(({ id }: any) => id.S === '-').length;
};

test('a value is one item\'s: the answer names the field, and nothing of the other item', async () => {
  await open(unique());
  await create({ email: 'a' });
  expect(table.actions()).toEqual(['TransactWriteItems*2']);
  const { json } = await table.request('POST', '/todos', { body: { email: 'a' } });
  expect(json).toMatchObject({ status: 409, code: 'unique-violation', errors: [{ pointer: '/email', code: 'unique-violation', detail: 'is taken' }] });
  expect(JSON.stringify(json)).not.toMatch(/[0-9a-f]{8}-/);
});

test('absent and null values are no values', async () => {
  await open(unique());
  for (const body of [{}, {}, { handle: null }, { handle: null }]) expect((await create(body)).id).toBeDefined();
  expect(new Set(table.actions())).toEqual(new Set(['PutItem']));
});

test('a change takes the new value and frees the old one, in one transaction', async () => {
  await open(unique());
  const { id } = await create({ email: 'a', handle: 'h' });
  table.actions();
  expect((await table.request('PATCH', `/todos/${id}`, { body: { email: 'b' } })).json).toMatchObject({ email: 'b', version: 2 });
  expect(table.actions()).toEqual(['GetItem', 'TransactWriteItems*3']);
  expect((await create({ email: 'a' })).email).toBe('a');
  expect(await markers()).toBe(3);
});

test('a patch of other fields is one call', async () => {
  await open(unique());
  const { id } = await create({ email: 'a' });
  table.actions();
  await table.request('PATCH', `/todos/${id}`, { body: { name: 'x' } });
  expect(table.actions()).toEqual(['UpdateItem']);
});

test('a replacement keeps what stays, and answers as the store has it', async () => {
  await open(unique());
  const { id, createdAt } = await create({ email: 'a', handle: 'h', name: 'x' });
  table.at(5000);
  table.actions();
  const { json } = await table.request('PUT', `/todos/${id}`, { body: { email: 'b' } });
  expect(table.actions()).toEqual(['GetItem', 'TransactWriteItems*4']);
  expect(json).toEqual({ id, email: 'b', createdAt, updatedAt: '2024-01-01T00:00:05.000Z', version: 2 });
  expect((await table.request('GET', `/todos/${id}`)).json).toEqual(json);
});

test('a delete, a clear and an expiry free the values', async () => {
  await open(unique({ entity: { expiry: true } }));
  const { id } = await create({ email: 'a', handle: 'h' });
  expect((await table.request('DELETE', `/todos/${id}`)).statusCode).toBe(204);
  expect(await markers()).toBe(0);
  await create({ email: 'a' });
  expect((await table.request('DELETE', '/todos')).json).toEqual({ deleted: 1, complete: true });
  expect(await markers()).toBe(0);
  await create({ email: 'a', expiresAt: '2024-01-01T00:00:01Z' });
  expect((await table.request('POST', '/todos', { body: { email: 'a' } })).statusCode).toBe(409);
  table.at(1000);
  expect((await create({ email: 'a' })).email).toBe('a');
});

test('the marker moves with the expiry of its item', async () => {
  await open(unique({ entity: { expiry: true } }));
  const { id } = await create({ email: 'a', expiresAt: '2024-01-01T00:00:01Z' });
  await table.request('PATCH', `/todos/${id}`, { body: { expiresAt: '2024-01-01T01:00:00Z' } });
  table.at(2000);
  expect((await table.request('POST', '/todos', { body: { email: 'a' } })).statusCode).toBe(409);
});

test('a deleted item has given its values back; it returns only while they are free', async () => {
  await open(unique({ entity: { softDeleteSeconds: 3600 } }));
  const { id } = await create({ email: 'a' });
  await table.request('DELETE', `/todos/${id}`);
  const other = await create({ email: 'a' });
  expect((await table.request('POST', `/todos/${id}/restore`)).json.code).toBe('unique-violation');
  await table.request('DELETE', `/todos/${other.id}`);
  expect((await table.request('POST', `/todos/${id}/restore`)).json).toMatchObject({ email: 'a', version: 3 });
  expect((await table.request('POST', '/todos', { body: { email: 'a' } })).statusCode).toBe(409);
});

test('items whose values are another\'s by now are cleared with the others', async () => {
  await open(unique({ entity: { softDeleteSeconds: 3600 } }));
  const { id } = await create({ email: 'a' });
  await table.request('DELETE', `/todos/${id}`);
  await create({ email: 'a' });
  expect((await table.request('DELETE', '/todos')).json).toEqual({ deleted: 2, complete: true });
  expect(await markers()).toBe(0);
});

describe('items that had one value before it was unique', () => {
  const operations = [...STANDARD_OPERATIONS, 'batch', 'clear'] as const;
  const openOlder = async () => {
    await open(todoModel({ fields: { ...FIELDS, email: { type: 'string' } } as never, required: [], operations }));
    const ids = [await create({ email: 'a' }), await create({ email: 'a' }), await create({ email: 'a' })].map(({ id }) => id);
    const { request } = table.beside(unique({ operations, request: { idempotencyKey: true } }));
    await request('PATCH', `/todos/${ids[0]}`, { body: { email: 'b' } });
    expect((await request('PATCH', `/todos/${ids[0]}`, { body: { email: 'a' } })).statusCode).toBe(200);
    return { ids, request };
  };

  test.each<[string, (id: string) => readonly [method: string, path: string, body?: object, headers?: { [name: string]: string }], number]>([
    ['deleted', (id) => ['DELETE', `/todos/${id}`], 204],
    ['given another value', (id) => ['PATCH', `/todos/${id}`, { email: 'c', handle: 'h' }], 200],
    ['replaced', (id) => ['PUT', `/todos/${id}`, { email: 'c' }], 200],
    ['deleted in a batch', (id) => ['POST', '/todos/batch', { actions: [{ action: 'delete', id }] }], 200],
    ['changed under a key', (id) => ['PATCH', `/todos/${id}`, { email: 'c', handle: 'h' }, { 'idempotency-key': 'k' }], 200],
  ])('can be %s, which frees nothing of another', async (_, requestOf, status) => {
    const { ids, request } = await openOlder();
    const [method, path, body, headers] = requestOf(ids[1]);
    expect((await request(method, path, { body, headers })).statusCode).toBe(status);
    expect((await request('POST', '/todos', { body: { email: 'a' } })).json.code).toBe('unique-violation');
  });

  test('can be deleted together, and cleared', async () => {
    const { ids, request } = await openOlder();
    const actions = ids.slice(0, 2).map((id) => ({ action: 'delete', id }));
    expect((await request('POST', '/todos/batch', { body: { actions } })).statusCode).toBe(200);
    expect((await request('POST', '/todos', { body: { email: 'a' } })).statusCode).toBe(201);
    expect((await request('DELETE', '/todos')).json).toEqual({ deleted: 2, complete: true });
    expect(await markers()).toBe(0);
  });

  test('can be cleared while a third that is elsewhere holds the value', async () => {
    const { ids, request } = await openOlder();
    await table.store('DeleteItem', { TableName: 'todos', Key: { _scope: { S: 'todo|collection|' }, id: { S: ids[0] } } });
    expect((await request('DELETE', '/todos')).json).toEqual({ deleted: 2, complete: true });
  });
});

test('no transaction of a clear is taken for another, whatever the shards and rounds', async () => {
  const fields = Object.fromEntries(Array.from({ length: 49 }, (_, place) => [`code${place}`, { 'type': 'string', 'x-unique': 'scope' }]));
  await open(unique({ fields, scope: { kind: 'collection', shards: 4, writeShards: 4 } }));
  const ids = [0, 1, 2, 3].flatMap((shard) => Array.from({ length: 101 }, (_, place) => `018df4bc-5600-7000-8000-${place.toString(16).padStart(10, '0')}0${shard}`));
  for (const id of ids) {
    await table.store('PutItem', { TableName: 'todos', Item: { _scope: { S: `todo|collection|${Number(id.slice(-1)) || ''}` }, id: { S: id } } });
  }
  expect((await table.request('DELETE', '/todos')).json).toEqual({ deleted: 404, complete: true });
});

test('two items swap their values in a batch', async () => {
  await open(unique());
  const [a, b] = [await create({ email: 'a' }), await create({ email: 'b' })];
  const actions = [{ action: 'update', id: a.id, patch: { email: 'b' } }, { action: 'update', id: b.id, patch: { email: 'a' } }];
  expect((await table.request('POST', '/todos/batch', { body: { actions } })).statusCode).toBe(200);
  expect((await table.request('POST', '/todos', { body: { email: 'a' } })).statusCode).toBe(409);
  expect((await table.request('PATCH', `/todos/${a.id}`, { body: { email: 'c' } })).statusCode).toBe(200);
  expect((await create({ email: 'b' })).email).toBe('b');
});

test('values are told apart within the scope, unless they are global', async () => {
  await open(unique({ scope: { kind: 'owner' } }));
  await create({ email: 'a', handle: 'h' }, { sub: 'ana' });
  expect((await create({ email: 'a' }, { sub: 'bob' })).email).toBe('a');
  expect((await create({ email: 'a' }, { sub: 'ana' })).code).toBe('unique-violation');
  expect((await create({ handle: 'h' }, { sub: 'bob' })).code).toBe('unique-violation');
});

test('a number is the same value however it is written', async () => {
  await open(todoModel({ fields: { price: { 'type': 'string', 'format': 'decimal', 'x-unique': 'scope' } }, required: [] }));
  await create({ price: '1.50' });
  expect((await create({ price: '1.5' })).code).toBe('unique-violation');
});

test('markers are never met by a list', async () => {
  await open(unique());
  await create({ email: 'a', handle: 'h' });
  expect((await table.request('GET', '/todos')).json.items).toHaveLength(1);
});

test('64 creates of one value: one succeeds', async () => {
  await open(unique());
  const answers = await Promise.all(Array.from({ length: 64 }, () => table.request('POST', '/todos', { body: { email: 'a' } })));
  const count = (status: number) => answers.filter(({ statusCode }) => statusCode === status).length;
  expect([count(201), count(409)]).toEqual([1, 63]);
});
