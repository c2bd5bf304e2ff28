import { AuthorizationRequest, authorizationRequests } from '../../../src/local/iam';

const arn = (table: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${table}`;
const KEYS: Record<string, string[]> = { 'todos': ['_scope'], 'todos/byTitle': ['_scope', 'title'] };

function requests(action: string, input: unknown): AuthorizationRequest[] {
  return authorizationRequests(action, input, arn, (table, index) => KEYS[index === undefined ? table : `${table}/${index}`]);
}

/** The only request of a call. */
function request(action: string, input: object): AuthorizationRequest {
  const all = requests(action, { TableName: 'todos', ...input });
  expect(all).toHaveLength(1);
  return all[0];
}

const KEY = { _scope: { S: 'todo|collection|' }, id: { S: '1' } };

describe('calls on one item', () => {
  test.each(['GetItem', 'UpdateItem', 'DeleteItem'])('%s is an action on the table', (action) => {
    expect(request(action, { Key: KEY })).toMatchObject({
      action: `dynamodb:${action}`,
      resource: arn('todos'),
      context: { 'dynamodb:LeadingKeys': ['todo|collection|'], 'dynamodb:FirstPartitionKeyValues': ['todo|collection|'], 'dynamodb:Attributes': ['_scope', 'id'] },
    });
  });

  test('PutItem has its key in the item', () => {
    expect(request('PutItem', { Item: { ...KEY, title: { S: 'a' } }, ReturnValues: 'ALL_OLD' }).context).toEqual({
      'dynamodb:LeadingKeys': ['todo|collection|'],
      'dynamodb:FirstPartitionKeyValues': ['todo|collection|'],
      'dynamodb:Attributes': ['_scope', 'id', 'title'],
      'dynamodb:ReturnValues': 'ALL_OLD',
      'dynamodb:ReturnConsumedCapacity': 'NONE',
    });
  });

  test('a table may be named by its ARN', () => {
    expect(request('GetItem', { TableName: arn('todos'), Key: KEY })).toMatchObject({ resource: arn('todos'), context: { 'dynamodb:LeadingKeys': ['todo|collection|'] } });
  });

  test.each<[object, string]>([
    [{}, 'ALL_ATTRIBUTES'], [{ ProjectionExpression: 'id' }, 'SPECIFIC_ATTRIBUTES'], [{ AttributesToGet: ['id'] }, 'SPECIFIC_ATTRIBUTES'],
  ])('GetItem with %p selects %s', (input, select) => expect(request('GetItem', { Key: KEY, ...input }).context['dynamodb:Select']).toBe(select));

  test('a key that is not there is no key that a policy could allow', () => {
    expect(request('GetItem', { Key: {} }).context['dynamodb:LeadingKeys']).toEqual(['']);
  });
});

describe('attributes', () => {
  test.each<[object, string[]]>([
    [{ ProjectionExpression: 'a, #b.#c, d[0].e', ExpressionAttributeNames: { '#b': 'b-b', '#c': 'nested' } }, ['a', 'b-b', 'd']],
    [{ ConditionExpression: 'attribute_not_exists(a) AND NOT (b = :v OR size(c) BETWEEN :one AND :two) and d IN (:x, :y)' }, ['a', 'b', 'c', 'd']],
    [{ UpdateExpression: 'SET a = if_not_exists(b, :zero) + :one, #c = :v REMOVE d.e ADD f :one DELETE g :set', ExpressionAttributeNames: { '#c': 'set' } },
      ['a', 'b', 'set', 'd', 'f', 'g']],
    [{ AttributesToGet: ['a', 'b'], Expected: { c: {} }, AttributeUpdates: { d: {} } }, ['c', 'd', 'a', 'b']],
  ])('of %p', (input, names) => {
    expect(request('UpdateItem', { ...input }).context['dynamodb:Attributes']).toEqual(expect.arrayContaining(names));
    expect(request('UpdateItem', { ...input }).context['dynamodb:Attributes']).toHaveLength(names.length);
  });
});

describe('queries and scans', () => {
  const values = { ':s': { S: 'todo|collection|' }, ':t': { S: 'a' } };

  test('Query is an action on the table, by the partition that it asks for', () => {
    expect(request('Query', {
      KeyConditionExpression: '#s = :s AND id > :t', ExpressionAttributeNames: { '#s': '_scope' }, ExpressionAttributeValues: values,
    })).toMatchObject({
      action: 'dynamodb:Query',
      resource: arn('todos'),
      context: { 'dynamodb:LeadingKeys': ['todo|collection|'], 'dynamodb:Select': 'ALL_ATTRIBUTES', 'dynamodb:Attributes': ['_scope', 'id'] },
    });
  });

  test('on an index it is an action on the index, with all attributes of its partition key', () => {
    expect(request('Query', { IndexName: 'byTitle', KeyConditionExpression: '_scope = :s AND title = :t', ExpressionAttributeValues: values })).toMatchObject({
      resource: `${arn('todos')}/index/byTitle`,
      context: {
        'dynamodb:LeadingKeys': ['todo|collection|'],
        'dynamodb:FirstPartitionKeyValues': ['todo|collection|'],
        'dynamodb:SecondPartitionKeyValues': ['a'],
        'dynamodb:Select': 'ALL_PROJECTED_ATTRIBUTES',
      },
    });
  });

  test('conditions of the old form are read too', () => {
    const KeyConditions = { _scope: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'x' }] }, id: { ComparisonOperator: 'GT', AttributeValueList: [{ S: 'y' }] } };
    expect(request('Query', { KeyConditions }).context['dynamodb:LeadingKeys']).toEqual(['x']);
  });

  test('a partition that cannot be read is none that a policy could allow', () => {
    expect(request('Query', { KeyConditionExpression: 'nonsense' }).context['dynamodb:LeadingKeys']).toEqual(['']);
  });

  test('Scan has no partition', () => {
    const scan = request('Scan', { IndexName: 'byTitle' });
    expect(scan.resource).toBe(`${arn('todos')}/index/byTitle`);
    expect(scan.context).not.toHaveProperty('dynamodb:LeadingKeys');
  });
});

describe('batches', () => {
  test('BatchGetItem asks once for each table, with all keys', () => {
    const RequestItems = { todos: { Keys: [KEY, { _scope: { S: 'b' }, id: { S: '2' } }], ProjectionExpression: 'title' }, others: { Keys: [{ id: { N: '1' } }] } };
    const all = requests('BatchGetItem', { RequestItems });
    expect(all.map(({ action, resource }) => [action, resource])).toEqual([['dynamodb:BatchGetItem', arn('todos')], ['dynamodb:BatchGetItem', arn('others')]]);
    expect(all[0].context).toMatchObject({ 'dynamodb:LeadingKeys': ['todo|collection|', 'b'], 'dynamodb:Attributes': ['title', '_scope', 'id'], 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' });
    expect(all[1].context).not.toHaveProperty('dynamodb:LeadingKeys');
  });

  test('BatchWriteItem asks once for each table, with all keys', () => {
    const all = requests('BatchWriteItem', { RequestItems: { todos: [{ PutRequest: { Item: { ...KEY, title: { S: 'a' } } } }, { DeleteRequest: { Key: { _scope: { S: 'b' } } } }] } });
    expect(all).toMatchObject([{ action: 'dynamodb:BatchWriteItem', resource: arn('todos'), context: { 'dynamodb:LeadingKeys': ['todo|collection|', 'b'] } }]);
  });
});

test('a transaction asks for the action of each of its members', () => {
  const on = { TableName: 'todos', Key: KEY };
  const all = requests('TransactWriteItems', {
    TransactItems: [
      { Put: { TableName: 'todos', Item: KEY } },
      { Update: { ...on, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
      { Delete: { ...on, TableName: 'others' } },
      { ConditionCheck: on },
    ],
  });
  expect(all.map(({ action, resource }) => [action, resource])).toEqual([
    ['dynamodb:PutItem', arn('todos')], ['dynamodb:UpdateItem', arn('todos')], ['dynamodb:DeleteItem', arn('others')], ['dynamodb:ConditionCheckItem', arn('todos')],
  ]);
  expect(all.map(({ context }) => context['dynamodb:EnclosingOperation'])).toEqual(Array(4).fill('TransactWriteItems'));
  expect(all.map(({ context }) => context['dynamodb:ReturnValues'])).toEqual(['NONE', 'ALL_OLD', 'NONE', 'NONE']);
  expect(requests('TransactGetItems', { TransactItems: [{ Get: on }] })).toMatchObject([
    { action: 'dynamodb:GetItem', context: { 'dynamodb:EnclosingOperation': 'TransactGetItems' } },
  ]);
});

test.each<[string, object, string, string]>([
  ['DescribeTable', { TableName: 'todos' }, 'DescribeTable', arn('todos')],
  ['UpdateTimeToLive', { TableName: arn('todos') }, 'UpdateTimeToLive', arn('todos')],
  ['CreateTable', { TableName: 'new' }, 'CreateTable', arn('new')],
  ['TagResource', { ResourceArn: arn('todos') }, 'TagResource', arn('todos')],
  ['DescribeStream', { StreamArn: `${arn('todos')}/stream/x` }, 'DescribeStream', `${arn('todos')}/stream/x`],
  ['GetRecords', { ShardIterator: `${arn('todos')}/stream/x|1|AAAA` }, 'GetRecords', `${arn('todos')}/stream/x`],
  ['ListTables', {}, 'ListTables', '*'],
  ['ListStreams', { TableName: 'todos' }, 'ListStreams', '*'],
  ['DescribeLimits', {}, 'DescribeLimits', '*'],
  ['ExecuteStatement', { Statement: 'SELECT * FROM "todos"."byTitle" WHERE id = 1' }, 'PartiQLSelect', `${arn('todos')}/index/byTitle`],
  ['ExecuteStatement', { Statement: "insert into todos value {'id': 1}" }, 'PartiQLInsert', arn('todos')],
  ['BatchExecuteStatement', { Statements: [{ Statement: 'UPDATE "todos" SET a=1' }] }, 'PartiQLUpdate', arn('todos')],
  ['ExecuteTransaction', { TransactStatements: [{ Statement: 'DELETE FROM todos WHERE id=1' }] }, 'PartiQLDelete', arn('todos')],
  ['constructor', {}, 'constructor', '*'],
])('%s %p asks for %s on %s', (operation, input, action, resource) => {
  expect(requests(operation, input)).toEqual([{ action: `dynamodb:${action}`, resource, context: {} }]);
});

test.each<[string, unknown]>([
  ['GetItem', null], ['GetItem', []], ['GetItem', 'x'], ['GetItem', {}], ['GetItem', { TableName: 1 }], ['BatchGetItem', {}], ['BatchGetItem', { RequestItems: 1 }],
  ['BatchWriteItem', { RequestItems: [] }], ['TransactWriteItems', { TransactItems: [null, 1, { Put: null }, { constructor: { TableName: 'todos' } }, { Put: {} }] }],
  ['TransactWriteItems', { TransactItems: {} }], ['ExecuteStatement', { Statement: 1 }], ['ExecuteTransaction', { TransactStatements: [null] }],
])('%s %p cannot be read: nothing is asked for, and the service refuses it', (action, input) => expect(requests(action, input)).toEqual([]));

test('values of the wrong type do no harm', () => {
  expect(requests('BatchWriteItem', { RequestItems: { todos: [null, 1, { PutRequest: 1 }, { DeleteRequest: { Key: [] } }] } })).toHaveLength(1);
  expect(requests('BatchGetItem', { RequestItems: { todos: null } })).toHaveLength(1);
  expect(requests('Query', { TableName: 'todos', KeyConditionExpression: {}, KeyConditions: { _scope: null }, AttributesToGet: [1], ExpressionAttributeNames: [] })).toHaveLength(1);
  expect(requests('PutItem', { TableName: 'todos', Item: JSON.parse('{"__proto__":{"S":"x"},"_scope":null}') })).toHaveLength(1);
});
