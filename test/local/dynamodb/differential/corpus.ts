import { index, key, keySchema, SCOPE, TABLE_NAME } from '../support';

/** Calls that both engines are given in this order, each on what the ones before have left. */

export interface Call {
  readonly action: string;
  readonly input: Record<string, unknown>;
}

const TableName = TABLE_NAME;
const call = (action: string, input: object): Call => ({ action, input: { TableName, ...input } });

const ATTRIBUTES = { _scope: 'S', id: 'S', status: 'S', rank_: 'N', h1: 'S', h2: 'N', r1: 'S', r2: 'B' };

const TABLE = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: Object.entries(ATTRIBUTES).map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
  KeySchema: keySchema(['_scope'], ['id']),
  GlobalSecondaryIndexes: [
    index('byStatus', ['status'], ['rank_']),
    index('keysOnly', ['status'], ['id'], { ProjectionType: 'KEYS_ONLY' }),
    index('wide', ['h1', 'h2'], ['r1', 'r2']),
  ],
};

const REPORT = { ReturnConsumedCapacity: 'INDEXES' };
const values = (given: Record<string, object>) => ({ ExpressionAttributeValues: given });

const ITEMS: Array<[string, Record<string, object>]> = [
  ['a', { status: { S: 'open' }, rank_: { N: '10' }, n: { N: '1.50' }, tags: { SS: ['x', 'y'] }, l: { L: [{ S: 'a' }, { N: '1' }] } }],
  ['b', { status: { S: 'open' }, rank_: { N: '-2' }, m: { M: { a: { S: 'x' }, b: { M: { c: { N: '1' } } } } } }],
  ['c', { status: { S: 'done' }, rank_: { N: '9' }, big: { S: 'x'.repeat(3000) } }],
  ['d', { status: { S: 'done' }, n: { N: '1e20' }, none: { NULL: true }, yes: { BOOL: true }, bin: { B: '/wA=' } }],
  ['ä', { h1: { S: 'x' }, h2: { N: '1' }, r1: { S: 'p' }, r2: { B: 'AQ==' } }],
  ['e', { h1: { S: 'x' }, h2: { N: '1.0' }, r1: { S: 'p' }, r2: { B: 'AA==' } }],
  ['f', { h1: { S: 'x' }, h2: { N: '1' }, r1: { S: 'o' }, r2: { B: '/w==' } }],
  ['g', { h1: { S: 'x' }, h2: { N: '2' }, r1: { S: 'o' } }],
];

const CONDITIONS = [
  'attribute_exists(id)', 'attribute_not_exists(id)', 'n = :n', 'n <> :n', 'n < :n', 'n BETWEEN :one AND :n', 'n IN (:one, :n)', 'absent <> :n', 'absent = :n',
  'NOT n = :n', 'NOT (n = :n OR n = :one)', 'size(tags) = :two', 'size(l) = :two', 'contains(tags, :x)', 'contains(l, :one)', 'begins_with(id, :x)',
  'attribute_type(n, :typeN)', 'l[1] = :one', 'l[5] = :one', 'm.b.c = :one', 'm.a = :x', 'tags = :set', 'm = :map', '(n = :n)', '((n = :n))', 'n = :n AND',
  'unknown(n)', 'n = :undefined', 'size(n) = :two', 'n > :x', ':one < n', 'n = n', 'attribute_exists(:x)', 'l = :list', 'id = :x OR n = :n AND n = :one',
];
const CONDITION_VALUES: Record<string, object> = {
  ':n': { N: '1.5' },
  ':one': { N: '1' },
  ':two': { N: '2' },
  ':x': { S: 'x' },
  ':typeN': { S: 'N' },
  ':set': { SS: ['y', 'x'] },
  ':map': { M: { b: { M: { c: { N: '1' } } }, a: { S: 'x' } } },
  ':list': { L: [{ S: 'a' }, { N: '1' }] },
};

const UPDATES: Array<[string, Record<string, object>]> = [
  ['SET n = n + :v', { ':v': { N: '1' } }], ['SET n = absent + :v', { ':v': { N: '1' } }], ['SET absent2 = if_not_exists(absent2, :v)', { ':v': { N: '1' } }],
  ['REMOVE l[0]', {}], ['SET l = list_append(l, :v)', { ':v': { L: [{ S: 'q' }] } }], ['ADD tags :v', { ':v': { SS: ['z'] } }],
  ['DELETE tags :v', { ':v': { SS: ['x', 'y', 'z'] } }], ['SET m.b.d = :v', { ':v': { N: '2' } }], ['SET nope.b = :v', { ':v': { N: '2' } }], ['ADD n :v', { ':v': { S: 'x' } }],
  ['SET id = :v', { ':v': { S: 'x' } }], ['SET #s = :v', { ':v': { N: '1' } }], ['SET #s = :v', { ':v': { S: '' } }], ['REMOVE #s', {}], ['SET n = :v, n = :v', { ':v': { N: '1' } }],
  ['SET m.a = :v REMOVE m', { ':v': { N: '1' } }], ['DELETE n :v', { ':v': { N: '1' } }], ['SET n = m', {}], ['REMOVE absent3', {}], ['SET n = :v ADD counter :v', { ':v': { N: '5' } }],
];

const scope = { ExpressionAttributeNames: { '#s': '_scope' } };
const SCOPED = { ':s': { S: SCOPE } };
const WIDE = { IndexName: 'wide' };
const X = { ':x': { S: 'x' }, ':one': { N: '1' } };

const QUERIES: object[] = [
  { KeyConditionExpression: '#s = :s', ...scope, ...values(SCOPED) },
  { KeyConditionExpression: '#s = :s', ...scope, ...values(SCOPED), ScanIndexForward: false, Limit: 3 },
  { KeyConditionExpression: '#s = :s AND id > :b', ...scope, ...values({ ...SCOPED, ':b': { S: 'b' } }), ConsistentRead: true },
  { KeyConditionExpression: '#s = :s AND begins_with(id, :b)', ...scope, ...values({ ...SCOPED, ':b': { S: 'b' } }) },
  { KeyConditionExpression: '#s = :s', FilterExpression: 'attribute_exists(n)', ...scope, ...values(SCOPED), ProjectionExpression: 'id, n' },
  { KeyConditionExpression: '#s = :s', ...scope, ...values(SCOPED), Select: 'COUNT' },
  { KeyConditionExpression: '#s > :s', ...scope, ...values(SCOPED) },
  { KeyConditionExpression: 'id = :s', ...values(SCOPED) },
  { KeyConditionExpression: '#s = :s AND n = :s', ...scope, ...values(SCOPED) },
  { KeyConditionExpression: '#s = :s', FilterExpression: 'id = :s', ...scope, ...values(SCOPED) },
  { KeyConditionExpression: '#s = :s', ...scope, ...values({ ':s': { S: '' } }) },
  { KeyConditionExpression: '#s = :s AND id = :e', ...scope, ...values({ ...SCOPED, ':e': { S: '' } }) },
  { KeyConditionExpression: '#s = :s', ...scope, ...values(SCOPED), ExclusiveStartKey: key('b') },
  { KeyConditionExpression: '#s = :s', ...scope, ...values(SCOPED), ExclusiveStartKey: { _scope: { S: 'other' }, id: { S: 'b' } } },
  { KeyConditionExpression: '#s = :s', ...scope, ...values(SCOPED), Limit: 0 },
  { IndexName: 'byStatus', KeyConditionExpression: '#t = :o', ExpressionAttributeNames: { '#t': 'status' }, ...values({ ':o': { S: 'open' } }) },
  { IndexName: 'byStatus', KeyConditionExpression: '#t = :o AND rank_ > :r', ExpressionAttributeNames: { '#t': 'status' }, ...values({ ':o': { S: 'open' }, ':r': { N: '-1.5' } }) },
  { IndexName: 'keysOnly', KeyConditionExpression: '#t = :o', ExpressionAttributeNames: { '#t': 'status' }, ...values({ ':o': { S: 'done' } }) },
  { IndexName: 'keysOnly', KeyConditionExpression: '#t = :o', ExpressionAttributeNames: { '#t': 'status' }, ...values({ ':o': { S: 'done' } }), ProjectionExpression: 'n' },
  { IndexName: 'keysOnly', KeyConditionExpression: '#t = :o', ExpressionAttributeNames: { '#t': 'status' }, ...values({ ':o': { S: 'done' } }), Select: 'ALL_ATTRIBUTES' },
  { IndexName: 'keysOnly', KeyConditionExpression: '#t = :o', ExpressionAttributeNames: { '#t': 'status' }, ...values({ ':o': { S: 'done' } }), ConsistentRead: true },
  { ...WIDE, KeyConditionExpression: 'h1 = :x AND h2 = :one', ...values(X) },
  { ...WIDE, KeyConditionExpression: 'h1 = :x AND h2 = :one AND r1 = :p', ...values({ ...X, ':p': { S: 'p' } }), ScanIndexForward: false },
  { ...WIDE, KeyConditionExpression: 'h1 = :x AND h2 = :one AND r1 = :p AND r2 > :b', ...values({ ...X, ':p': { S: 'p' }, ':b': { B: 'AA==' } }) },
  { ...WIDE, KeyConditionExpression: 'h1 = :x AND h2 = :one', ...values(X), Limit: 1 },
  { ...WIDE, KeyConditionExpression: 'h1 = :x', ...values({ ':x': { S: 'x' } }) },
  { ...WIDE, KeyConditionExpression: 'h1 = :x AND h2 = :one AND r2 = :b', ...values({ ...X, ':b': { B: 'AA==' } }) },
  { ...WIDE, KeyConditionExpression: 'h1 = :x AND h2 = :one AND r1 > :p AND r2 = :b', ...values({ ...X, ':p': { S: 'a' }, ':b': { B: 'AA==' } }) },
];

const BAD_ITEMS: object[] = [
  { ...key('z'), status: { N: '1' } }, { ...key('z'), status: { S: '' } }, { ...key('z'), rank_: { S: 'x' } }, { ...key('z'), n: { N: 'x' } }, { ...key('z'), n: { N: '1e126' } },
  { ...key('z'), n: { N: '1'.repeat(39) } }, { ...key('z'), s: { SS: [] } }, { ...key('z'), s: { SS: ['a', 'a'] } }, { ...key('z'), a: {} }, { _scope: { S: 'x' } }, key(''),
  { _scope: { S: 'x' }, id: { N: '1' } }, { ...key('z'), big: { S: 'x'.repeat(409_600) } }, { ...key('x'.repeat(1025)) }, { ...key('z'), status: { S: 'x'.repeat(2049) }, rank_: { N: '1' } },
];

const put = (id: string, rest: object = {}) => ({ Put: { TableName, Item: key(id), ...rest } });
const update = (id: string) => ({ Update: { TableName, Key: key(id), UpdateExpression: 'ADD n :one', ...values({ ':one': { N: '1' } }) } });
const check = (id: string, ConditionExpression: string, rest: object = {}) => (
  { ConditionCheck: { TableName, Key: key(id), ConditionExpression, ...rest } }
);

const TRANSACTIONS: object[] = [
  { TransactItems: [put('t1'), update('t2'), check('t3', 'attribute_not_exists(id)')], ...REPORT },
  { TransactItems: [put('t1', { ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }), update('t2')] },
  { TransactItems: [put('t4'), check('t4', 'attribute_exists(id)')] },
  { TransactItems: [put(''), update('t2')] },
  { TransactItems: [{ Put: { TableName, Item: { ...key('t5'), status: { N: '1' } } } }, update('t2')] },
  { TransactItems: [check('t1', 'attribute_exists(id)', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }), { Delete: { TableName, Key: key('t1') } }] },
  { TransactItems: [] },
  { TransactItems: [update('t2')], ClientRequestToken: 'one', ...REPORT },
  { TransactItems: [update('t2')], ClientRequestToken: 'one', ...REPORT },
  { TransactItems: [update('t3')], ClientRequestToken: 'one' },
  { TransactItems: [{ Update: { TableName: 'nowhere', Key: key('a'), UpdateExpression: 'REMOVE n' } }] },
];

const used = (expression: string) => Object.fromEntries(Object.entries(CONDITION_VALUES).filter(([name]) => new RegExp(`${name}\\b`).test(expression)));
const withValues = (given: Record<string, object>) => (Object.keys(given).length === 0 ? {} : values(given));

export const CORPUS: Call[] = [
  { action: 'CreateTable', input: TABLE },
  ...ITEMS.map(([id, attributes]) => call('PutItem', { Item: { ...key(id), ...attributes }, ...REPORT })),
  ...ITEMS.map(([id]) => call('GetItem', { Key: key(id), ConsistentRead: true, ...REPORT })),
  ...CONDITIONS.flatMap((ConditionExpression) => ['a', 'b', 'absent'].map((id) => call('DeleteItem', {
    // A transaction that must fail asks without changing anything.
    Key: key(`${id}?`), ConditionExpression: `${ConditionExpression} AND attribute_exists(nothing)`, ...withValues(used(ConditionExpression)),
  }))),
  ...CONDITIONS.flatMap((ConditionExpression) => ['a', 'b', 'd', 'absent'].map((id) => call('PutItem', {
    Item: { ...key(id), ...Object.fromEntries(ITEMS)[id] }, ConditionExpression, ...withValues(used(ConditionExpression)), ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }))),
  ...QUERIES.map((input) => call('Query', { ...input, ...REPORT })),
  ...['a', 'b', 'fresh'].flatMap((id) => UPDATES.map(([UpdateExpression, given]) => call('UpdateItem', {
    Key: key(id),
    UpdateExpression,
    ...withValues(given),
    ...(UpdateExpression.includes('#s') && { ExpressionAttributeNames: { '#s': 'status' } }),
    ReturnValues: 'ALL_NEW',
    ...REPORT,
  }))),
  ...['UPDATED_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE'].map((ReturnValues) => call('UpdateItem', {
    Key: key('b'), UpdateExpression: 'SET m.a = :v, absent4 = :v REMOVE nothing', ...values({ ':v': { S: ReturnValues } }), ReturnValues,
  })),
  ...BAD_ITEMS.flatMap((Item) => [call('PutItem', { Item }), call('DeleteItem', { Key: key('z') })]),
  ...BAD_ITEMS.flatMap((Item) => [
    { action: 'BatchWriteItem', input: { RequestItems: { [TableName]: [{ PutRequest: { Item } }] } } }, call('DeleteItem', { Key: key('z') }),
  ]),
  ...TRANSACTIONS.map((input) => ({ action: 'TransactWriteItems', input: { ...input } })),
  { action: 'TransactGetItems', input: { TransactItems: ['a', 'absent'].map((id) => ({ Get: { TableName, Key: key(id) } })), ...REPORT } },
  { action: 'BatchGetItem', input: { RequestItems: { [TableName]: { Keys: ['a', 'b', 'absent'].map(key), ProjectionExpression: 'id, n' } }, ...REPORT } },
  call('Scan', { IndexName: 'byStatus', ...REPORT }),
  call('Scan', { Select: 'COUNT', ...REPORT }),
  call('UpdateTimeToLive', { TimeToLiveSpecification: { AttributeName: '_ttl', Enabled: true } }),
  call('UpdateTimeToLive', { TimeToLiveSpecification: { AttributeName: '_ttl', Enabled: true } }),
  call('UpdateTimeToLive', { TimeToLiveSpecification: { AttributeName: 'other', Enabled: false } }),
  call('DescribeTimeToLive', {}),
  call('UpdateTable', { GlobalSecondaryIndexUpdates: [{ Create: index('one', ['id']) }, { Create: index('two', ['id']) }] }),
  call('UpdateTable', { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'absent' } }] }),
  call('UpdateTable', { DeletionProtectionEnabled: true }),
  call('DeleteTable', {}),
  call('UpdateTable', { DeletionProtectionEnabled: false }),
  ...['a', 'b'].map((id) => call('DeleteItem', { Key: key(id), ReturnValues: 'ALL_OLD', ...REPORT })),
  call('DeleteItem', { Key: key('a'), ReturnValues: 'ALL_OLD', ...REPORT }),
  call('PutItem', { Item: { ...key('a'), l: { L: [] } } }),
  call('UpdateItem', { Key: key('a'), UpdateExpression: 'SET l[9] = :v', ...values({ ':v': { S: 'z' } }), ReturnValues: 'ALL_NEW' }),
];
