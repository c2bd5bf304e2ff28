import { ID, INSTANT, LIFE, MARK, openFunction, RequestOptions, TOKEN } from './fixtures/function';
import { todoModel } from './fixtures/models';

const KEY = { _scope: { S: 'todo|collection|' }, id: { S: ID } };
const NAMES = { '#updatedAt': 'updatedAt', '#_token': '_token', '#_token1': '_token1', '#_token2': '_token2', '#_token3': '_token3', '#version': 'version', '#id': 'id' };
/** The stored result of a write, whatever it was. */
const WRITTEN = { Attributes: { ...KEY, title: { S: 'x' }, version: { N: '2' }, createdAt: { S: INSTANT } } };

const callOf = async (method: string, path: string, options?: RequestOptions) => {
  const { calls, request } = openFunction([WRITTEN]);
  await request(method, path, options);
  expect(calls).toHaveLength(1);
  return calls[0];
};

test('create: one PutItem of an item that must not exist', async () => {
  expect(await callOf('POST', '/todos', { body: { title: 'Buy milk', tags: ['a'], priority: 3 } })).toEqual({
    action: 'PutItem',
    input: {
      TableName: 'todos',
      Item: {
        ...KEY,
        title: { S: 'Buy milk' },
        tags: { L: [{ S: 'a' }] },
        priority: { N: '3' },
        completed: { BOOL: false },
        createdAt: { S: INSTANT },
        updatedAt: { S: INSTANT },
        version: { N: '1' },
        _token: { S: TOKEN },
        _life: { S: LIFE },
      },
      ConditionExpression: 'attribute_not_exists(#id)',
      ExpressionAttributeNames: { '#id': 'id' },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ReturnConsumedCapacity: 'TOTAL',
    },
  });
});

test('get: one GetItem, strong', async () => {
  expect(await callOf('GET', `/todos/${ID}`)).toEqual({
    action: 'GetItem',
    input: { TableName: 'todos', Key: KEY, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' },
  });
});

test('delete: one DeleteItem of an item that must exist', async () => {
  expect(await callOf('DELETE', `/todos/${ID}`)).toEqual({
    action: 'DeleteItem',
    input: {
      TableName: 'todos',
      Key: KEY,
      ConditionExpression: 'attribute_exists(#id)',
      ExpressionAttributeNames: { '#id': 'id' },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ReturnConsumedCapacity: 'TOTAL',
    },
  });
});

test('list: one Query with Limit', async () => {
  expect(await callOf('GET', '/todos')).toEqual({
    action: 'Query',
    input: {
      TableName: 'todos',
      KeyConditionExpression: '#_scope = :0',
      ExpressionAttributeNames: { '#_scope': '_scope' },
      ExpressionAttributeValues: { ':0': { S: 'todo|collection|' } },
      Limit: 25,
      ReturnConsumedCapacity: 'TOTAL',
    },
  });
});

test('update: one UpdateItem that sets and removes what the patch says, and remembers the write', async () => {
  expect(await callOf('PATCH', `/todos/${ID}`, { body: { title: 'Buy bread', description: null } })).toEqual({
    action: 'UpdateItem',
    input: {
      TableName: 'todos',
      Key: KEY,
      UpdateExpression: 'SET #title = :1, #updatedAt = :0, #_token = :2, #_token1 = if_not_exists(#_token, :3), '
        + '#_token2 = if_not_exists(#_token1, :4), #_token3 = if_not_exists(#_token2, :5) REMOVE #description ADD #version :6',
      ConditionExpression: 'attribute_exists(#id) AND NOT '
        + '(contains(#_token, :7) OR contains(#_token1, :7) OR contains(#_token2, :7) OR contains(#_token3, :7))',
      ExpressionAttributeNames: { '#title': 'title', '#description': 'description', ...NAMES },
      ExpressionAttributeValues: {
        ':0': { S: INSTANT },
        ':1': { S: 'Buy bread' },
        ':2': { S: TOKEN },
        ':3': { S: '' },
        ':4': { S: '' },
        ':5': { S: '' },
        ':6': { N: '1' },
        ':7': { S: MARK },
      },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ReturnConsumedCapacity: 'TOTAL',
    },
  });
});

test('replace: one UpdateItem that sets all, removes what is absent and keeps createdAt', async () => {
  const { input } = await callOf('PUT', `/todos/${ID}`, { body: { title: 'Buy bread' } });
  expect(input).toMatchObject({
    Key: KEY,
    UpdateExpression: 'SET #title = :2, #completed = :3, #createdAt = if_not_exists(#createdAt, :0), #_life = if_not_exists(#_life, :1), #updatedAt = :0, '
      + '#_token = :4, #_token1 = if_not_exists(#_token, :5), #_token2 = if_not_exists(#_token1, :6), #_token3 = if_not_exists(#_token2, :7) '
      + 'REMOVE #description, #priority, #tags ADD #version :8',
    ConditionExpression: 'attribute_exists(#id) AND NOT '
      + '(contains(#_token, :9) OR contains(#_token1, :9) OR contains(#_token2, :9) OR contains(#_token3, :9))',
  });
});

test('replace where clients choose ids: an item that is absent is made', async () => {
  const { calls, request } = openFunction([{ Attributes: { version: { N: '1' }, createdAt: { S: INSTANT }, _token: { S: TOKEN }, id: { S: 'mine' } } }], {
    model: todoModel({ entity: { itemId: 'clientChosen' } }),
  });
  const answer = await request('PUT', '/todos/mine', { body: { title: 'x' } });
  expect(calls[0].input.ConditionExpression).toMatch(/^NOT \(contains/);
  expect(answer).toMatchObject({ statusCode: 201, headers: { Location: '/todos/mine' } });
});

const EXISTS = 'attribute_exists(#id)';

test.each<[string, { readonly [name: string]: string }, string]>([
  ['a tag of another schema still names the version', { 'if-match': '"3-lt6xwikg-00000000"' }, `${EXISTS} AND #version = :7 AND #createdAt = :8`],
  ['a tag of ours names the item', { 'if-match': '"3-lt6xwikg-a1b2c3-00000000"' }, `${EXISTS} AND #version = :7 AND #createdAt = :8 AND #_life = :9`],
  ['any of several', { 'if-match': '"3-lt6xwikg-00000000", "4-lt6xwikg-00000000"' },
    `${EXISTS} AND (#version = :7 AND #createdAt = :8 OR #version = :9 AND #createdAt = :10)`],
  ['a row without version counts as 0', { 'if-match': '"0--00000000"' }, `${EXISTS} AND (attribute_not_exists(#version) OR #version = :7)`],
  ['whatever is there', { 'if-match': '*' }, EXISTS],
  ['a weak tag never matches', { 'if-match': 'W/"3-lt6xwikg-00000000"' }, `${EXISTS} AND #version = :7`],
  ['nor does one that is none of ours', { 'if-match': '"of-someone-else"' }, `${EXISTS} AND #version = :7`],
  ['nothing may be there', { 'if-none-match': '*' }, `${EXISTS} AND attribute_not_exists(#id)`],
  ['another schema has another representation', { 'if-none-match': '"3-lt6xwikg-00000000"' }, EXISTS],
])('a precondition is a part of the condition: %s', async (_, headers, condition) => {
  const { input } = await callOf('PATCH', `/todos/${ID}`, { body: { title: 'x', description: null }, headers });
  expect(input.ConditionExpression!.split(' AND NOT (contains')[0]).toBe(condition);
});

test('the tag of an answer is a precondition of a later request', async () => {
  const { request, calls } = openFunction([WRITTEN]);
  const { headers: { ETag: tag } } = await request('PATCH', `/todos/${ID}`, { body: { title: 'x' } });
  await request('PATCH', `/todos/${ID}`, { body: { title: 'x' }, headers: { 'if-none-match': tag } });
  expect(calls[1].input.ConditionExpression).toMatch(/^attribute_exists\(#id\) AND NOT \(#version = :7 AND #createdAt = :8\) AND NOT/);
  expect(calls[1].input.ExpressionAttributeValues).toMatchObject({ ':7': { N: '2' }, ':8': { S: INSTANT } });
});
