import { Fixture, index, key, SCOPE, TABLE_NAME, tableInput } from './support';
import { Endpoint, startEndpoint } from '../../../src/local/dynamodb';

/** Requests that no SDK would send. Each is answered with a client's error, quickly, and the next request finds everything as before. */

let todos: Fixture;
let endpoint: Endpoint;
const faults: unknown[] = [];

beforeAll(async () => {
  todos = await Fixture.open(tableInput({ byStatus: [['status'], ['id']] }));
  await todos.put('1', { n: { N: '1' } });
  const onFault = (fault: unknown) => faults.push(fault);
  endpoint = await startEndpoint({ engine: todos.engine, authorize: () => ({ allowed: true }), observe: () => undefined, onFault });
});

afterAll(async () => {
  await endpoint.close();
  await todos.engine.close();
});

/**
 * Of processor time, the client's included. An explosion takes seconds to hours; on a machine with nothing else to do 200 ms hold for all:
 * `HANG_MILLIS=200 npx jest test/local/dynamodb/malformed`
 */
const HANG_MILLIS = Number(process.env.HANG_MILLIS ?? 2000);

const long = 'x'.repeat(100_000);
const deep = (levels: number, open: string, close: string) => `${open.repeat(levels)}{"S":"x"}${close.repeat(levels)}`;
const many = <T>(count: number, make: (number: number) => T): T[] => Array.from({ length: count }, (_, number) => make(number));
const item = (attributes: object) => ({ Item: { ...key('2'), ...attributes } });
const update = (UpdateExpression: unknown, rest: object = {}) => ({ Key: key('1'), UpdateExpression, ...rest });
const condition = (ConditionExpression: unknown, rest: object = {}) => ({ Key: key('1'), ConditionExpression, ...rest });
const values = (value: unknown) => ({ ExpressionAttributeValues: { ':v': value } });
const scope = { '#s': '_scope' };
const query = (KeyConditionExpression: unknown, rest: object = {}) => ({
  KeyConditionExpression, ExpressionAttributeNames: scope, ExpressionAttributeValues: { ':v': { S: SCOPE } }, ...rest,
});
const putWith = (json: string) => `{"TableName":"${TABLE_NAME}","Item":{"_scope":{"S":"x"},"id":{"S":"x"},"a":${json}}}`;

/** The body, or the members beside the table's name. */
const REQUESTS: Array<[action: string, what: string, request: object | string]> = [
  ['PutItem', 'an item that is null', { Item: null }],
  ['PutItem', 'an item that is a list', { Item: [] }],
  ['PutItem', 'an item that is text', { Item: 'x' }],
  ['PutItem', 'an item without attributes', { Item: {} }],
  ['PutItem', 'no item', {}],
  ['PutItem', 'an attribute that is null', item({ a: null })],
  ['PutItem', 'an attribute that is a number', item({ a: 1 })],
  ['PutItem', 'an attribute that is text', item({ a: 'x' })],
  ['PutItem', 'an attribute that is a list', item({ a: [] })],
  ['PutItem', 'an attribute of no type', item({ a: {} })],
  ['PutItem', 'an attribute of an unknown type', item({ a: { X: 'x' } })],
  ['PutItem', 'an attribute of an inherited type', item({ a: { constructor: 'x' } })],
  ['PutItem', 'an attribute of two types', item({ a: { S: 'x', N: '1' } })],
  ['PutItem', 'an attribute whose value is null', item({ a: { S: null } })],
  ['PutItem', 'a text that is a number', item({ a: { S: 1 } })],
  ['PutItem', 'a number that is a number', item({ a: { N: 1 } })],
  ['PutItem', 'a boolean that is text', item({ a: { BOOL: 'yes' } })],
  ['PutItem', 'a null that is false', item({ a: { NULL: false } })],
  ['PutItem', 'a binary that is not base64', item({ a: { B: '%%%' } })],
  ['PutItem', 'a list with a null', item({ a: { L: [null] } })],
  ['PutItem', 'a list with text', item({ a: { L: ['x'] } })],
  ['PutItem', 'a map with a null', item({ a: { M: { b: null } } })],
  ['PutItem', 'an attribute without name', item({ '': { S: 'x' } })],
  ['PutItem', 'a member of a map without name', item({ a: { M: { '': { S: 'x' } } } })],
  ['PutItem', 'half of a character', putWith('{"S":"\\ud83d"}')],
  ['PutItem', 'half of a character in a name', putWith('{"M":{"\\ud83d":{"S":"x"}}}')],
  ['PutItem', 'a map that is a list', item({ a: { M: [] } })],
  ['PutItem', 'a set that is an object', item({ a: { SS: {} } })],
  ['PutItem', 'a set with an object', item({ a: { SS: [{}] } })],
  ['PutItem', 'a set of 100,000 equal members', item({ a: { SS: many(100_000, () => 'x') } })],
  ['PutItem', 'a number of 1,000,000 digits', item({ a: { N: '1'.repeat(1_000_000) } })],
  ['PutItem', 'a key that is null', { Item: { _scope: null, id: { S: 'x' } } }],
  ['PutItem', 'a key whose value is null', { Item: { _scope: { S: 'x' }, id: { S: null } } }],
  ['PutItem', '33 maps in each other', putWith(deep(33, '{"M":{"a":', '}}'))],
  ['PutItem', '1,000,000 lists in each other', putWith(deep(1_000_000, '{"L":[', ']}'))],
  ['PutItem', '100,000 arrays in each other', putWith(deep(100_000, '[', ']'))],
  ['PutItem', 'an item of 4 MB', item({ a: { S: 'x'.repeat(4_000_000) } })],
  ['PutItem', 'a table that is a number', { TableName: 1, ...item({}) }],
  ['PutItem', 'a table that is null', { TableName: null, ...item({}) }],
  ['PutItem', 'a table of the parent folder', { TableName: '../todos', ...item({}) }],
  ['PutItem', 'an inherited table', { TableName: '__proto__', ...item({}) }],
  ['PutItem', 'an unknown way to return values', { ...item({}), ReturnValues: 'ALL_NEW' }],
  ['PutItem', 'an unknown way to return capacity', { ...item({}), ReturnConsumedCapacity: 'SOME' }],
  ['PutItem', 'an unknown way to return the item', { ...item({}), ReturnValuesOnConditionCheckFailure: 'UPDATED_OLD' }],
  ['PutItem', 'an index key of another type', item({ status: { N: '1' } })],
  ['DeleteItem', 'a key that is a list', { Key: [] }],
  ['DeleteItem', 'an expression that is a number', condition(1)],
  ['DeleteItem', 'an empty expression', condition('')],
  ['DeleteItem', 'an expression of 100,000 characters', condition(long)],
  ['DeleteItem', 'an expression of punctuation', condition('()[]{}<>=:#.,;!?')],
  ['DeleteItem', 'an expression outside ASCII', condition('ñ = :v', values({ S: 'x' }))],
  ['DeleteItem', '800 parentheses', condition('('.repeat(800))],
  ['DeleteItem', '800 negations', condition(`${'NOT '.repeat(800)}id = :v`, values({ S: 'x' }))],
  ['DeleteItem', '150 conditions in each other', condition(`${'(id = :v AND '.repeat(150)}id = :v${')'.repeat(150)}`, values({ S: 'x' }))],
  ['DeleteItem', '100 functions in each other', condition(`${'size('.repeat(100)}id${')'.repeat(100)} = :v`, values({ N: '1' }))],
  ['DeleteItem', '100 operands in each other', condition(`${'contains(a, ('.repeat(100)}:v${'))'.repeat(100)}`, values({ N: '1' }))],
  ['DeleteItem', 'an inherited value', condition('id = :constructor', values({ S: 'x' }))],
  ['DeleteItem', 'an inherited name', condition('#toString = :v', values({ S: 'x' }))],
  ['DeleteItem', 'a value that is null', condition('id = :v', values(null))],
  ['DeleteItem', 'a name that is null', condition('#n = :v', { ...values({ S: 'x' }), ExpressionAttributeNames: { '#n': null } })],
  ['DeleteItem', 'a name without #', condition('id = :v', { ...values({ S: 'x' }), ExpressionAttributeNames: { n: 'id' } })],
  ['DeleteItem', '50,000 values that are not used', condition('id = :v', { ExpressionAttributeValues: Object.fromEntries(many(50_000, (n) => [`:v${n}`, { S: 'x' }])) })],
  ['DeleteItem', 'a path of 1,000 steps', condition(`attribute_exists(${'a.'.repeat(999)}id.`)],
  ['DeleteItem', 'expected values that are null', { Key: key('1'), Expected: { n: { ComparisonOperator: 'EQ', AttributeValueList: [null] } } }],
  ['DeleteItem', 'an unknown operator', { Key: key('1'), Expected: { n: { ComparisonOperator: 'constructor', AttributeValueList: [{ N: '1' }] } } }],
  ['UpdateItem', 'an expression that is no update', update('id = :v', values({ S: 'x' }))],
  ['UpdateItem', 'an update of the key', update('SET id = :v', values({ S: 'x' }))],
  ['UpdateItem', 'a thousand updates of one path', update(`SET ${many(330, () => 'a = :v').join(', ')}`, values({ S: 'x' }))],
  ['UpdateItem', '200 functions in each other', update(`SET a = ${'if_not_exists(a, '.repeat(200)}:v`, values({ S: 'x' }))],
  ['UpdateItem', 'an index that is no number', update('SET a[x] = :v', values({ S: 'x' }))],
  ['UpdateItem', 'text added to a number', update('ADD n :v', values({ S: 'x' }))],
  ['UpdateItem', 'a number beyond all bounds', update('SET n = n + :v', values({ N: '9.9e125' }))],
  ['UpdateItem', 'both kinds of updates', update('SET n = :v', { ...values({ N: '1' }), AttributeUpdates: { n: { Value: { N: '1' } } } })],
  ['UpdateItem', 'an update without a value', { Key: key('1'), AttributeUpdates: { n: { Action: 'ADD' } } }],
  ['GetItem', 'no key', {}],
  ['GetItem', 'a key of nothing', { Key: {} }],
  ['GetItem', 'a projection of the same path twice', { Key: key('1'), ProjectionExpression: 'n, n' }],
  ['GetItem', 'a projection of 2,000 paths', { Key: key('1'), ProjectionExpression: many(2000, (n) => `a${n}`).join(',') }],
  ['GetItem', 'consistency that is text', { Key: key('1'), ConsistentRead: 'very' }],
  ['Query', 'no condition', {}],
  ['Query', 'a condition on something else', query('n = :v AND attribute_exists(#s)')],
  ['Query', 'a limit below zero', query('#s = :v', { Limit: -1 })],
  ['Query', 'a limit that is text', query('#s = :v', { Limit: 'x' })],
  ['Query', 'a limit beyond all bounds', `{"TableName":"${TABLE_NAME}","KeyConditionExpression":"id = :v","Limit":1e400}`],
  ['Query', 'a start that is null', query('#s = :v', { ExclusiveStartKey: { _scope: null } })],
  ['Query', 'a start of something else', query('#s = :v', { ExclusiveStartKey: { x: { S: 'x' } } })],
  ['Query', 'conditions that are null', { KeyConditions: { _scope: null } }],
  ['Query', 'conditions without values', { KeyConditions: { _scope: { ComparisonOperator: 'EQ' } } }],
  ['Query', 'an index that is inherited', query('#s = :v', { IndexName: 'constructor' })],
  ['Query', 'an order that is text', query('#s = :v', { ScanIndexForward: 'up' })],
  ['Scan', 'a segment of minus one', { Segment: -1, TotalSegments: 2 }],
  ['Scan', 'a filter that is an object', { FilterExpression: {} }],
  ['BatchGetItem', 'no tables', { RequestItems: {} }],
  ['BatchGetItem', 'tables that are a list', { RequestItems: [] }],
  ['BatchGetItem', 'a table that is null', { RequestItems: { [TABLE_NAME]: null } }],
  ['BatchGetItem', 'a key that is null', { RequestItems: { [TABLE_NAME]: { Keys: [null] } } }],
  ['BatchGetItem', 'one key twice', { RequestItems: { [TABLE_NAME]: { Keys: [key('1'), key('1')] } } }],
  ['BatchGetItem', '101 keys', { RequestItems: { [TABLE_NAME]: { Keys: many(101, (n) => key(String(n))) } } }],
  ['BatchGetItem', 'a projection of 1 MB', { RequestItems: { [TABLE_NAME]: { Keys: [key('1')], ProjectionExpression: many(100_000, (n) => `a${n}`).join() } } }],
  ['BatchWriteItem', 'a request that is null', { RequestItems: { [TABLE_NAME]: [null] } }],
  ['BatchWriteItem', 'a put of null', { RequestItems: { [TABLE_NAME]: [{ PutRequest: null }] } }],
  ['BatchWriteItem', 'a put and a delete in one', { RequestItems: { [TABLE_NAME]: [{ PutRequest: item({}), DeleteRequest: { Key: key('1') } }] } }],
  ['TransactWriteItems', 'actions that are null', { TransactItems: [null] }],
  ['TransactWriteItems', 'actions that are an object', { TransactItems: {} }],
  ['TransactWriteItems', 'a put of null', { TransactItems: [{ Put: null }] }],
  ['TransactWriteItems', 'a put without item', { TransactItems: [{ Put: { TableName: TABLE_NAME } }] }],
  ['TransactWriteItems', 'a token of 100 characters', { TransactItems: [{ Put: { TableName: TABLE_NAME, ...item({}) } }], ClientRequestToken: 'x'.repeat(100) }],
  ['TransactGetItems', 'a get of null', { TransactItems: [{ Get: null }] }],
  ['TransactGetItems', 'a get without key', { TransactItems: [{ Get: { TableName: TABLE_NAME } }] }],
  ['CreateTable', 'attributes that are null', { ...tableInput(), TableName: 'new', AttributeDefinitions: [null] }],
  ['CreateTable', 'a key that is empty', { ...tableInput(), TableName: 'new', KeySchema: [] }],
  ['CreateTable', 'a key of an unknown kind', { ...tableInput(), TableName: 'new', KeySchema: [{ AttributeName: 'id', KeyType: 'x' }] }],
  ['CreateTable', 'an index without projection', { ...tableInput(), TableName: 'new', GlobalSecondaryIndexes: [{ ...index('abc', ['id']), Projection: null }] }],
  ['CreateTable', 'an index without key', { ...tableInput(), TableName: 'new', GlobalSecondaryIndexes: [{ IndexName: 'abc', Projection: {} }] }],
  ['UpdateTable', 'an index update that is null', { GlobalSecondaryIndexUpdates: [null] }],
  ['UpdateTable', 'an index update of nothing', { GlobalSecondaryIndexUpdates: [{}] }],
  ['UpdateTimeToLive', 'no specification', {}],
  ['UpdateTimeToLive', 'a specification of nothing', { TimeToLiveSpecification: {} }],
  ['UpdateContinuousBackups', 'no specification', {}],
  ['TagResource', 'no resource', { Tags: [] }],
  ['TagResource', 'a tag that is null', { ResourceArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/todos', Tags: [null] }],
  ['ListTables', 'a limit of 1,000', { Limit: 1000 }],
  ['DescribeTable', 'a name that is an object', { TableName: {} }],
];

test.each(REQUESTS)('%s with %s', async (action, _, request) => {
  const body = typeof request === 'string' ? request : JSON.stringify({ TableName: TABLE_NAME, ...request });
  const start = process.cpuUsage();
  const response = await fetch(endpoint.url, {
    method: 'POST',
    body,
    headers: { 'authorization': 'AWS4-HMAC-SHA256 Credential=KEY/x', 'x-amz-target': `DynamoDB_20120810.${action}` },
  });
  const answer = await response.json() as { __type: string };
  const { user, system } = process.cpuUsage(start);
  expect(response.status).toBe(400);
  expect(answer.__type).toMatch(/#(Validation|Serialization|ResourceNotFound)Exception$/);
  expect((user + system) / 1000).toBeLessThan(HANG_MILLIS);
  expect(faults).toEqual([]);
  expect(await todos.ids('Scan')).toEqual(['1']);
});
