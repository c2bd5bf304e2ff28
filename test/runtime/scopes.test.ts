import { openFunction } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { Model, OperationName, ParentModel, STANDARD_OPERATIONS } from '../../src/model';
import { scopeOf } from '../../src/runtime/item/scope';

const ID = '018df4bc-5600-7000-8000-000000000000';
const ofCollection = (entity: string, pathParameter: string): ParentModel => ({ entity, pathParameter, itemId: 'generated', scope: { kind: 'collection', shards: 1 } });
const parent = (root: object, more: object = {}) => todoModel({
  scope: { kind: 'parent', parents: [ofCollection('user', 'userId')], root: root as never, requireParent: false, ...more },
  path: '/users/{userId}/todos',
  pathParameter: 'todoId',
});

test.each<[string, Model, object, string | undefined]>([
  ['a collection', todoModel(), {}, 'todo|collection|'],
  ['an owner', todoModel({ scope: { kind: 'owner' } }), { sub: 'ana' }, 'todo|owner|ana'],
  ['a claim with syntax of ours', todoModel({ scope: { kind: 'owner' } }), { sub: 'a|b%7C/é' }, 'todo|owner|a%7Cb%257C%2F%C3%A9'],
  ['a tenant', todoModel({ scope: { kind: 'tenant', claim: 'team' } }), { sub: 'ana', team: 'red' }, 'todo|tenant|red'],
  ['a parent', parent({ kind: 'anyone' }), {}, 'todo|parent|user%7Ccollection%7C%7Cu1'],
  ['a parent of an owner', parent({ kind: 'owner' }), { sub: 'ana' }, 'todo|parent|user%7Cowner%7Cana%7Cu1'],
  ['a parent that must be the caller', parent({ kind: 'sameAs', claim: 'sub' }), { sub: 'u1' }, 'todo|parent|user%7Ccollection%7C%7Cu1'],
  ['the id alone', todoModel({ scope: { kind: 'item', partitionKey: 'orderId' } }), {}, undefined],
])('the scope of %s', (_, model, claims, value) => {
  expect(scopeOf(model, { claims: claims as never, parameters: { userId: 'u1' } }).value).toBe(value);
});

test('a grandchild is in the scope of all above it', () => {
  const parents = [ofCollection('org', 'orgId'), { ...ofCollection('user', 'userId'), scope: { kind: 'parent' as const } }];
  const model = todoModel({ scope: { kind: 'parent', parents, root: { kind: 'tenant', claim: 'team' }, requireParent: false } });
  expect(scopeOf(model, { claims: { team: 'red' }, parameters: { orgId: 'o', userId: 'u' } })).toEqual({
    value: 'todo|parent|user%7Cparent%7Corg%257Ctenant%257Cred%257Co%7Cu',
    parent: { scope: 'user|parent|org%7Ctenant%7Cred%7Co', id: 'u' },
  });
});

test.each<[string, unknown, number]>([
  ['missing', undefined, 403],
  ['empty', '', 403],
  ['a list', ['ana'], 403],
  ['a list as HTTP API writes it', '[ana bob]', 403],
  ['a number', 5, 403],
  ['1,024 bytes long', 'x'.repeat(1024), 200],
  ['longer', 'x'.repeat(1025), 403],
  ['longer in bytes', 'é'.repeat(513), 403],
  ['too long for a key once encoded', 'é'.repeat(512), 403],
  ['half a surrogate pair', '\ud800', 403],
  ['a name of every object', 'constructor', 200],
])('a claim that is %s', async (_, sub, status) => {
  const table = await openTable(todoModel({ scope: { kind: 'owner' } }));
  const answer = await table.request('GET', '/todos', { claims: { sub } });
  expect(answer.statusCode).toBe(status);
  if (status === 403) expect([answer.json.code, table.actions()]).toEqual(['forbidden', []]);
  await table.close();
});

test('a claim is an own member of the token', () => {
  const model = todoModel({ scope: { kind: 'tenant', claim: 'constructor' } });
  expect(() => scopeOf(model, { claims: {}, parameters: {} })).toThrow('403 forbidden');
});

/** Everything that can be asked of an item. */
const REQUESTS: [string, string, unknown, { readonly 'if-match'?: string }][] = [
  ['GET', '', undefined, {}],
  ['HEAD', '', undefined, {}],
  ['PUT', '', { title: 'stolen' }, {}],
  ['PUT', '', { title: 'stolen' }, { 'if-match': '*' }],
  ['PATCH', '', { title: 'stolen' }, {}],
  ['PATCH', '', { title: 'stolen' }, { 'if-match': '"1-lqu5m2o0-00000000"' }],
  ['DELETE', '', undefined, {}],
  ['POST', '/restore', undefined, {}],
];

describe.each<[string, Model, object, object, string]>([
  ['owner', todoModel({ scope: { kind: 'owner' }, operations: withRestore(), entity: { softDeleteSeconds: 60 } }), { sub: 'ana' }, { sub: 'bob' }, '/todos'],
  ['tenant', todoModel({ scope: { kind: 'tenant', claim: 'team' }, operations: withRestore(), entity: { softDeleteSeconds: 60 } }),
    { sub: 'ana', team: 'a' }, { sub: 'ana', team: 'b' }, '/todos'],
  ['parent of an owner', { ...parent({ kind: 'owner' }), operations: todoModel({ operations: withRestore() }).operations },
    { sub: 'ana' }, { sub: 'bob' }, `/users/${ID}/todos`],
])('scope %s', (_, model, own, foreign, path) => {
  let table: TestTable;
  let id: string;
  beforeEach(async () => {
    table = await openTable(model);
    id = (await table.request('POST', path, { body: { title: 'mine' }, claims: own as never })).json.id;
  });
  afterEach(() => table.close());

  test.each(REQUESTS)("another's item is as a missing one: %s %s %j %j", async (method, suffix, body, headers) => {
    const missing = `${id.slice(0, -4)}0000`;
    const [theirs, none] = [
      await table.request(method, `${path}/${id}${suffix}`, { body, headers: headers as never, claims: foreign as never }),
      await table.request(method, `${path}/${missing}${suffix}`, { body, headers: headers as never, claims: foreign as never }),
    ];
    expect(theirs).toEqual(none);
    expect(theirs.statusCode).toBe(headers['if-match'] && method === 'PUT' ? 412 : 404);
    expect((await table.request('GET', `${path}/${id}`, { claims: own as never })).json.title).toBe('mine');
  });

  test("another's items are in no list, and a cursor leads to none", async () => {
    await table.request('POST', path, { body: { title: 'mine too' }, claims: own as never });
    const { json } = await table.request('GET', path, { query: 'limit=1', claims: own as never });
    expect(json.items).toHaveLength(1);
    expect((await table.request('GET', path, { claims: foreign as never })).json).toEqual({ items: [] });
    expect((await table.request('GET', path, { query: `limit=1&cursor=${json.nextCursor}`, claims: foreign as never })).json.code).toBe('invalid-cursor');
  });
});

test('a parent that is not the caller is not found, without a call', async () => {
  const table = await openTable(parent({ kind: 'sameAs', claim: 'sub' }));
  expect((await table.request('GET', '/users/u2/todos', { claims: { sub: 'u1' } })).statusCode).toBe(404);
  expect(table.actions()).toEqual([]);
  expect((await table.request('GET', '/users/u1/todos', { claims: { sub: 'u1' } })).statusCode).toBe(200);
  await table.close();
});

test('a parent id that no item can have is not found', async () => {
  const table = await openTable(parent({ kind: 'anyone' }));
  expect((await table.request('GET', '/users/a%7Cb/todos')).statusCode).toBe(404);
  await table.close();
});

test('a child can be made to need its parent, in the transaction that creates it', async () => {
  const table = await openTable(parent({ kind: 'anyone' }, { requireParent: true }), { parentTableName: 'todos' });
  const create = () => table.request('POST', `/users/${ID.slice(0, -2)}05/todos`, { body: { title: 'x' } });
  expect((await create()).statusCode).toBe(404);
  expect(table.actions()).toEqual(['TransactWriteItems*2']);
  await table.store('PutItem', { TableName: 'todos', Item: { _scope: { S: 'user|collection|5' }, id: { S: `${ID.slice(0, -2)}05` } } });
  expect((await create()).statusCode).toBe(201);
  await table.close();
});

test.each<[string, ParentModel['itemId'], Model['scope'], string | undefined]>([
  ['with a chosen id', 'clientChosen', { kind: 'collection', shards: 1, writeShards: 1 }, 'ana'],
  ['with a chosen id that looks like a generated one', 'clientChosen', { kind: 'collection', shards: 1, writeShards: 1 }, `${ID.slice(0, -2)}05`],
  ['with a chosen id, in a shard', 'clientChosen', { kind: 'collection', shards: 4, writeShards: 4 }, 'ana'],
  ['with a generated id, in a shard', 'generated', { kind: 'collection', shards: 8, writeShards: 8 }, undefined],
  ['by its id alone', 'clientChosen', { kind: 'item', partitionKey: 'orderId' }, 'o-1'],
])('a child looks for a parent %s where it is', async (_, itemId, scope, chosen) => {
  const parents = openFunction([{}], { model: todoModel({ entity: { name: 'user', itemId }, scope, path: '/users' }), random: (size) => Buffer.alloc(size, 255) });
  const { json: { id } } = await parents.request('POST', '/users', { body: { title: 'x', id: chosen } });
  const model = parent({ kind: 'anyone' }, { requireParent: true, parents: [{ ...ofCollection('user', 'userId'), itemId, scope }] });
  const children = openFunction([{}], { model, parentTableName: 'users' });
  await children.request('POST', `/users/${id}/todos`, { body: { title: 'x' } });
  const { ConditionCheck } = (children.calls[0].input.TransactItems as any)[1];
  const { _scope, orderId } = parents.calls[0].input.Item as any;
  expect(ConditionCheck).toMatchObject({ TableName: 'users', Key: orderId ? { orderId } : { _scope, id: { S: id } } });
  expect(ConditionCheck.ConditionExpression).toContain(orderId ? 'attribute_exists(#orderId)' : 'attribute_exists(#id)');
});

test.each<[string, string, string, object]>([
  ['a PUT that makes a child', 'PUT', '/users/u1/todos/t1', { title: 'x' }],
  ['an upsert that makes a child', 'PUT', '/users/u1/todos', { id: 't1', title: 'x' }],
])('%s looks for its parent; one that replaces it does not', async (_, method, path, body) => {
  const upsert = { method: 'PUT' as const, path: '/', successStatus: 200, createdStatus: 201 };
  const model = parent({ kind: 'anyone' }, { requireParent: true, parents: [{ ...ofCollection('user', 'userId'), itemId: 'clientChosen' }] });
  const table = await openTable(
    { ...model, entity: { ...model.entity, itemId: 'clientChosen' }, operations: { ...model.operations, upsert } }, { parentTableName: 'todos' },
  );
  const put = () => table.request(method, path, { body });
  expect([(await put()).statusCode, table.actions()]).toEqual([404, ['UpdateItem', 'TransactWriteItems*2']]);
  await table.store('PutItem', { TableName: 'todos', Item: { _scope: { S: 'user|collection|' }, id: { S: 'u1' } } });
  table.actions();
  expect([(await put()).statusCode, table.actions()]).toEqual([201, ['UpdateItem', 'TransactWriteItems*2']]);
  expect([(await put()).statusCode, table.actions()]).toEqual([200, ['UpdateItem']]);
  await table.close();
});

test('children of one parent can be made in one batch', async () => {
  const batch = { method: 'POST' as const, path: '/batch', successStatus: 200 };
  const model = parent({ kind: 'anyone' }, { requireParent: true, parents: [{ ...ofCollection('user', 'userId'), itemId: 'clientChosen' }] });
  const table = await openTable({ ...model, operations: { ...model.operations, batch } }, { parentTableName: 'todos' });
  const create = () => table.request('POST', '/users/u1/todos/batch', { body: { actions: ['x', 'y'].map((title) => ({ action: 'create', item: { title } })) } });
  const refused = await create();
  expect([refused.statusCode, refused.json.errors]).toEqual([404, ['/actions/0', '/actions/1'].map((pointer) => expect.objectContaining({ pointer, code: 'not-found' }))]);
  await table.store('PutItem', { TableName: 'todos', Item: { _scope: { S: 'user|collection|' }, id: { S: 'u1' } } });
  table.actions();
  expect([(await create()).statusCode, table.actions()]).toEqual([200, ['TransactWriteItems*3']]);
  await table.close();
});

test('a table whose key is the id alone', async () => {
  const table = await openTable(todoModel({ scope: { kind: 'item', partitionKey: 'orderId' }, entity: { itemId: 'clientChosen' } }));
  expect((await table.request('POST', '/todos', { body: { id: 'o-1', title: 'x' } })).json).toMatchObject({ id: 'o-1', title: 'x' });
  const { Items } = await table.store('Scan', { TableName: 'todos' });
  expect(Items[0]).toMatchObject({ orderId: { S: 'o-1' } });
  expect([Items[0]._scope, Items[0].id]).toEqual([undefined, undefined]);
  expect((await table.request('PATCH', '/todos/o-1', { body: { title: 'y' } })).json.version).toBe(2);
  expect((await table.request('GET', '/todos')).json.code).toBe('index-required');
  expect((await table.request('DELETE', '/todos/o-1')).statusCode).toBe(204);
  await table.close();
});

test('or is scanned, where the API says so', async () => {
  const table = await openTable(todoModel({ scope: { kind: 'item', partitionKey: 'id' }, request: { allowScan: true } }));
  for (const title of ['a', 'b', 'c']) await table.request('POST', '/todos', { body: { title } });
  table.actions();
  const { json } = await table.request('GET', '/todos', { query: 'limit=2' });
  const { json: rest } = await table.request('GET', '/todos', { query: `limit=2&cursor=${json.nextCursor}` });
  expect([...json.items, ...rest.items].map(({ title }) => title).sort()).toEqual(['a', 'b', 'c']);
  expect(new Set(table.actions())).toEqual(new Set(['Scan']));
  await table.close();
});

function withRestore(): OperationName[] {
  return [...STANDARD_OPERATIONS, 'restore'];
}
