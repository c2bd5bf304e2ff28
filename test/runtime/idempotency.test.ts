import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { STANDARD_OPERATIONS } from '../../src/model';

const model = todoModel({ request: { idempotencyKey: true }, scope: { kind: 'owner' }, operations: [...STANDARD_OPERATIONS, 'upsert'] });
const DAY = 24 * 60 * 60 * 1000;

let table: TestTable;
beforeEach(async () => { table = await openTable(model); });
afterEach(() => table.close());

const send = (method: string, path: string, body: object, key: string | undefined, sub = 'ana', more: object = {}) =>
  table.request(method, path, { body, claims: { sub }, headers: { ...(key !== undefined && { 'idempotency-key': key }), ...more } });

test('the same key and body make one item; later answers say that they are repeated', async () => {
  const first = await send('POST', '/todos', { title: 'x' }, 'k');
  expect(table.actions()).toEqual(['TransactWriteItems*2']);
  const second = await send('POST', '/todos', { title: 'x' }, 'k');
  expect(table.actions()).toEqual(['TransactWriteItems*2', 'GetItem']);
  expect(first.headers['Idempotency-Replayed']).toBeUndefined();
  expect(second).toMatchObject({ statusCode: 201, json: first.json, headers: { 'Location': first.headers.Location, 'Idempotency-Replayed': 'true' } });
});

test('equal bodies in another form are the same request; another body is 422', async () => {
  await send('POST', '/todos', { title: 'x', priority: 1 }, 'k');
  expect((await send('POST', '/todos', { priority: 1, title: 'x' }, 'k')).statusCode).toBe(201);
  expect((await send('POST', '/todos', { title: 'y' }, 'k')).json).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
});

test('keys belong to a caller, and to 24 hours', async () => {
  const { json } = await send('POST', '/todos', { title: 'x' }, 'k');
  expect((await send('POST', '/todos', { title: 'x' }, 'k', 'bob')).headers['Idempotency-Replayed']).toBeUndefined();
  table.at(DAY);
  const { headers, json: later } = await send('POST', '/todos', { title: 'x' }, 'k');
  expect([headers['Idempotency-Replayed'], later.id === json.id]).toEqual([undefined, false]);
});

test('an item that is gone meanwhile is 409', async () => {
  const { json } = await send('POST', '/todos', { title: 'x' }, 'k');
  await table.request('DELETE', `/todos/${json.id}`, { claims: { sub: 'ana' } });
  expect((await send('POST', '/todos', { title: 'x' }, 'k')).json).toMatchObject({ status: 409, code: 'conflict' });
});

test('an item that another has made under the chosen id is 409', async () => {
  const chosen = await openTable({ ...model, entity: { ...model.entity, itemId: 'clientChosen' } });
  const sent = (method: string, path: string, body?: object, headers = {}) => chosen.request(method, path, { body, headers, claims: { sub: 'ana' } });
  const first = () => sent('POST', '/todos', { id: 'a', title: 'x' }, { 'idempotency-key': 'k' });
  expect((await first()).statusCode).toBe(201);
  await sent('DELETE', '/todos/a');
  chosen.at(1);
  await sent('POST', '/todos', { id: 'a', title: 'another' });
  expect((await first()).json).toMatchObject({ status: 409, code: 'conflict' });
  await chosen.close();
});

test('a PUT that created answers so again, whatever was written since; one that replaced does not', async () => {
  const chosen = await openTable({ ...model, entity: { ...model.entity, itemId: 'clientChosen' } });
  const put = (title: string, key: string) => chosen.request('PUT', '/todos/a', { body: { title }, headers: { 'idempotency-key': key }, claims: { sub: 'ana' } });
  const first = await put('x', 'k');
  await put('y', 'l');
  chosen.at(1000);
  expect(first).toMatchObject({ statusCode: 201, headers: { Location: '/todos/a' } });
  expect(await put('x', 'k')).toMatchObject({ statusCode: 201, headers: { 'Location': '/todos/a', 'Idempotency-Replayed': 'true' }, json: { title: 'y' } });
  const { statusCode, headers } = await put('y', 'l');
  expect([statusCode, headers.Location, headers['Idempotency-Replayed']]).toEqual([200, undefined, 'true']);
  await chosen.close();
});

describe('what an earlier request under the key wrote, and is gone since, is as absent as without the key', () => {
  const ended = todoModel({
    request: { idempotencyKey: true },
    scope: { kind: 'owner' },
    entity: { itemId: 'clientChosen', softDeleteSeconds: 3600, expiry: true },
    fields: { title: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } },
  });
  const open = async () => {
    const chosen = await openTable(ended);
    return {
      ...chosen,
      send: (method: string, body?: object, key?: string, headers = {}) => chosen.request(method, '/todos/a', {
        body, claims: { sub: 'ana' }, headers: { ...(key !== undefined && { 'idempotency-key': key }), ...headers },
      }),
    };
  };

  test.each<[string, string, object, number, string]>([
    ['PATCH', 'the same', { title: 'y' }, 404, 'not-found'],
    ['PATCH', 'another', { title: 'z' }, 404, 'not-found'],
    ['PUT', 'the same', { title: 'y' }, 409, 'already-exists'],
    ['PUT', 'another', { title: 'z' }, 409, 'already-exists'],
  ])('deleted: %s of %s body', async (method, _, body, status, code) => {
    const { send: sent, close } = await open();
    await sent('PUT', { title: 'x' });
    expect((await sent(method, { title: 'y' }, 'k')).statusCode).toBe(200);
    await sent('DELETE');
    expect((await sent(method, body, 'k')).json).toMatchObject({ status, code });
    await close();
  });

  test('expired: PATCH finds nothing, PUT makes it anew', async () => {
    const { send: sent, at, close } = await open();
    const body = { title: 'y', expiresAt: '2024-01-01T00:00:01Z' };
    expect((await sent('PUT', body, 'k')).statusCode).toBe(201);
    expect((await sent('PATCH', { title: 'z' }, 'l')).statusCode).toBe(200);
    at(1000);
    expect((await sent('PATCH', { title: 'z' }, 'l')).statusCode).toBe(404);
    const { statusCode, headers, json } = await sent('PUT', { title: 'y' }, 'k');
    expect([statusCode, headers['Idempotency-Replayed'], json.version]).toEqual([201, undefined, 1]);
    await close();
  });
});

test('without a key a create is one plain call', async () => {
  await send('POST', '/todos', { title: 'x' }, undefined);
  expect(table.actions()).toEqual(['PutItem']);
});

test.each(['', ' ', 'a b', 'ä', 'x'.repeat(256)])('the key %j is 400', async (key) => {
  expect((await send('POST', '/todos', { title: 'x' }, key)).json).toMatchObject({ status: 400, code: 'invalid-header', errors: [{ header: 'Idempotency-Key' }] });
});

test.each(['PATCH', 'PUT'])('%s under a key takes effect once, at no extra call', async (method) => {
  const { json, headers: { ETag } } = await send('POST', '/todos', { title: 'x' }, undefined);
  const path = `/todos/${json.id}`;
  table.actions();
  const first = await send(method, path, { title: 'y' }, 'k', 'ana', { 'if-match': ETag });
  const second = await send(method, path, { title: 'y' }, 'k', 'ana', { 'if-match': ETag });
  expect(table.actions()).toEqual(['UpdateItem', 'UpdateItem']);
  expect(second).toMatchObject({ statusCode: 200, json: first.json, headers: { 'Idempotency-Replayed': 'true' } });
  expect((await send(method, path, { title: 'z' }, 'k')).json).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
});

test('one key for two operations is 422, even with one body', async () => {
  const { json: { id } } = await send('POST', '/todos', { title: 'x', priority: 1 }, undefined);
  expect((await send('PATCH', `/todos/${id}`, { title: 'y' }, 'k')).json.priority).toBe(1);
  expect((await send('PUT', `/todos/${id}`, { title: 'y' }, 'k')).json).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
});

test('64 creates with one key: one item, and one answer that is not repeated', async () => {
  const answers = await Promise.all(Array.from({ length: 64 }, () => send('POST', '/todos', { title: 'x' }, 'k')));
  expect(new Set(answers.map(({ statusCode, json }) => `${statusCode} ${json.id}`)).size).toBe(1);
  expect(answers.filter(({ headers }) => !headers['Idempotency-Replayed'])).toHaveLength(1);
});

test('the key of an API that does not promise it is ignored', async () => {
  const plain = await openTable(todoModel());
  const headers = { 'idempotency-key': 'not a key' };
  expect((await plain.request('POST', '/todos', { body: { title: 'x' }, headers })).statusCode).toBe(201);
  expect(plain.actions()).toEqual(['PutItem']);
  await plain.close();
});
