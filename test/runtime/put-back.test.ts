import { todoModel } from './fixtures/models';
import { openTable } from './fixtures/table';
import { JsonSchema, STANDARD_OPERATIONS } from '../../src/model';

test('what was got can be put back, with fields that no answer shows', async () => {
  const table = await openTable(todoModel({
    fields: {
      title: { type: 'string' },
      key: { 'type': 'string', 'writeOnly': true, 'x-immutable': true },
      pin: { type: 'string', writeOnly: true, default: '0000' },
    },
  }));
  const { json: created } = await table.request('POST', '/todos', { body: { title: 'a', key: 'k', pin: '1234' } });
  const { json: got } = await table.request('GET', `/todos/${created.id}`);
  expect((await table.request('PUT', `/todos/${created.id}`, { body: { ...got, title: 'b' } })).statusCode).toBe(200);
  expect((await table.store('Scan', { TableName: 'todos' })).Items[0]).toMatchObject({ title: { S: 'b' }, key: { S: 'k' }, pin: { S: '1234' } });

  expect((await table.request('PUT', `/todos/${created.id}`, { body: { title: 'b', pin: '5678' } })).statusCode).toBe(200);
  expect((await table.store('Scan', { TableName: 'todos' })).Items[0]).toMatchObject({ pin: { S: '5678' } });
  expect((await table.request('PUT', `/todos/${created.id}`, { body: { title: 'b', key: 'other' } })).json.errors).toMatchObject([{ pointer: '/key', code: 'immutable' }]);
  await table.close();
});

test('a PUT does not create an item whose id the server chooses, not even one without a version', async () => {
  const table = await openTable(todoModel());
  const id = '0190a0c0-0000-7000-8000-000000000000';
  await table.store('PutItem', { TableName: 'todos', Item: { _scope: { S: 'todo|collection|' }, id: { S: id } } });
  expect((await table.request('PUT', `/todos/${id}`, { body: { title: 'a' } })).statusCode).toBe(200);
  await table.close();
});

test('a PUT that names no id makes an item, which no tag can match', async () => {
  const table = await openTable(todoModel({ operations: [...STANDARD_OPERATIONS, 'upsert'] }));
  const put = (body: object, headers: { [name: string]: string } = {}) => table.request('PUT', '/todos', { body, headers });
  const { statusCode, headers: { ETag } } = await put({ title: 'a' });
  expect(statusCode).toBe(201);
  for (const tag of [ETag, '*']) expect((await put({ title: 'a' }, { 'if-match': tag })).json).toMatchObject({ status: 412, code: 'version-mismatch' });
  expect((await put({}, { 'if-match': ETag })).statusCode).toBe(400);
  expect(table.actions()).toEqual(['PutItem']);
  await table.close();
});

test('an item that was deleted for good and is put anew has no end', async () => {
  const table = await openTable(todoModel({ entity: { itemId: 'clientChosen', softDeleteSeconds: 1 } }));
  const put = () => table.request('PUT', '/todos/one', { body: { title: 'a' } });
  await put();
  expect((await table.request('DELETE', '/todos/one')).statusCode).toBe(204);
  table.at(5000);
  expect((await put()).statusCode).toBe(201);
  const { Items: [item] } = await table.store('Scan', { TableName: 'todos' });
  expect([item._ttl, item.deletedAt]).toEqual([undefined, undefined]);
  await table.close();
});

test('a create where a deleted item is keeps its tag to itself', async () => {
  const table = await openTable(todoModel({ entity: { itemId: 'clientChosen', softDeleteSeconds: 60 } }));
  const create = () => table.request('POST', '/todos', { body: { id: 'one', title: 'a' }, headers: { 'if-none-match': '*' } });
  await create();
  expect((await create()).headers.ETag).toMatch(/^"/);
  await table.request('DELETE', '/todos/one');
  const { statusCode, headers } = await create();
  expect([statusCode, headers.ETag]).toEqual([412, undefined]);
  await table.close();
});

test('a field can have the name of a member of every object', async () => {
  const names = ['constructor', 'valueOf', 'toString', 'hasOwnProperty'];
  const table = await openTable(todoModel({ required: [], fields: Object.fromEntries(names.map((name) => [name, { 'type': 'string', 'x-immutable': true }])) }));
  const { json: { id } } = await table.request('POST', '/todos', { body: {} });
  expect((await table.request('PUT', `/todos/${id}`, { body: {} })).statusCode).toBe(200);
  expect((await table.request('PATCH', `/todos/${id}`, { body: { toString: null } })).statusCode).toBe(200);
  await table.close();
});

describe('as many fields as an entity can have', () => {
  const text = { type: 'string' } as const;
  const KINDS: [number, string, JsonSchema][] = [
    [200, 'plain', text],
    [50, 'immutable', { ...text, 'x-immutable': true }],
    [40, 'writeOnly with a default', { ...text, writeOnly: true, default: 'x' }],
    [40, 'readOnly with a default', { ...text, readOnly: true, default: 'x' }],
    [49, 'unique', { ...text, 'x-unique': 'scope' }],
  ];
  // the longest that are readable in an expression, and longer ones
  const cases = KINDS.flatMap(([count, kind, field]) => [27, 60].map((length) => [count, kind, length, field] as const));

  test.each(cases)('%i %s ones of names with %i characters and more are replaced, patched and cleared', async (count, _, length, field) => {
    const names = Array.from({ length: count }, (__, number) => `${'n'.repeat(length)}${number}`);
    const others = Array.from({ length: field.default === undefined ? 200 - count : 0 }, (__, number) => `${'o'.repeat(length)}${number}`);
    const table = await openTable(todoModel({
      required: [],
      entity: { itemId: 'clientChosen', softDeleteSeconds: 3600, expiry: true },
      fields: { ...Object.fromEntries(names.map((name) => [name, field])), ...Object.fromEntries(others.map((name) => [name, text])) },
      operations: [...STANDARD_OPERATIONS, 'clear'],
    }));
    const body = (value: string) => Object.fromEntries([...field.readOnly ? [] : names, ...others].map((name) => [name, value + name]));
    const send = (method: string, sent: object, headers = {}) => table.request(method, '/todos/one', { body: sent, headers });
    const answers = [await send('PUT', body('x')), await send('PUT', {}), await send('PUT', body('x')), await send('PATCH', body('x'))];
    if (!field['x-immutable']) {
      const { headers: { ETag } } = answers[3];
      answers.push(await send('PUT', body('y'), { 'if-match': Array.from({ length: 20 }, () => ETag).join() }));
    }
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map((__, place) => (place === 0 ? 201 : field['x-immutable'] && place === 1 ? 400 : 200)));
    expect((await table.request('DELETE', '/todos')).json).toEqual({ deleted: 1, complete: true });
    await table.close();
  });
});
