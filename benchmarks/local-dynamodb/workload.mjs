// The writes and reads that both engines are measured with: the entity of the examples, with one index.

export const TABLE_NAME = 'todos';
const SCOPE = { S: 'todo|collection|' };

export const TABLE = {
  TableName: TABLE_NAME,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['_scope', 'id', 'status'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [{ AttributeName: '_scope', KeyType: 'HASH' }, { AttributeName: 'id', KeyType: 'RANGE' }],
  GlobalSecondaryIndexes: [{
    IndexName: 'byStatus',
    KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }, { AttributeName: 'id', KeyType: 'RANGE' }],
    Projection: { ProjectionType: 'ALL' },
  }],
};

/** Ids ascend, as generated ones (UUIDv7) do. */
export const key = (number) => ({ _scope: SCOPE, id: { S: `0192f3c4-7b5e-7000-8000-${String(number).padStart(12, '0')}` } });

export const item = (number) => ({
  ...key(number),
  title: { S: `Buy milk and bread, number ${number}` },
  description: { S: 'What people write into such a field, which is not very much in most cases' },
  status: { S: number % 3 ? 'open' : 'done' },
  completed: { BOOL: false },
  priority: { N: String(number % 5) },
  tags: { L: [{ S: 'home' }, { S: 'shop' }] },
  createdAt: { S: '2026-01-01T00:00:00.000Z' },
  updatedAt: { S: '2026-01-01T00:00:00.000Z' },
  version: { N: '1' },
});

const TableName = TABLE_NAME;

/** The calls of the API's operations. */
export const OPERATIONS = {
  create: (number) => ['PutItem', { TableName, Item: item(number), ConditionExpression: 'attribute_not_exists(id)' }],
  get: (number) => ['GetItem', { TableName, Key: key(number), ConsistentRead: true }],
  update: (number) => ['UpdateItem', {
    TableName,
    Key: key(number),
    UpdateExpression: 'SET #title = :title, version = version + :one',
    ConditionExpression: 'attribute_exists(id) AND version = :version',
    ExpressionAttributeNames: { '#title': 'title' },
    ExpressionAttributeValues: { ':title': { S: 'Buy more' }, ':one': { N: '1' }, ':version': { N: '1' } },
    ReturnValues: 'ALL_NEW',
  }],
  list: (number) => ['Query', {
    TableName,
    KeyConditionExpression: '#scope = :scope AND id > :id',
    ExpressionAttributeNames: { '#scope': '_scope' },
    ExpressionAttributeValues: { ':scope': SCOPE, ':id': key(number).id },
    Limit: 25,
  }],
  'list by index': (number) => ['Query', {
    TableName,
    IndexName: 'byStatus',
    KeyConditionExpression: '#status = :status AND id > :id',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': { S: 'open' }, ':id': key(number).id },
    Limit: 25,
  }],
  delete: (number) => ['DeleteItem', { TableName, Key: key(number), ConditionExpression: 'attribute_exists(id)' }],
};
