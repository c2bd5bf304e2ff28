import { failureOf, Fixture, index, key, tableInput } from './support';

let todos: Fixture;
let now: number;

beforeEach(async () => {
  now = Date.now();
  todos = await Fixture.open(tableInput({ byStatus: [['status'], ['id']] }), { clock: () => now });
  await todos.put('there', { n: { N: '1' } });
});
afterEach(async () => todos.engine.close());

const TableName = 'todos';
const put = (id: string, attributes: object = {}, options: object = {}) => ({ Put: { TableName, Item: { ...key(id), ...attributes }, ...options } });
const remove = (id: string, options: object = {}) => ({ Delete: { TableName, Key: key(id), ...options } });
const check = (id: string, ConditionExpression: string, options: object = {}) => (
  { ConditionCheck: { TableName, Key: key(id), ConditionExpression, ...options } }
);
const increment = (id: string) => (
  { Update: { TableName, Key: key(id), UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } } } }
);
const write = async (TransactItems: object[], options: object = {}) => todos.engine.call('TransactWriteItems', { TransactItems, ...options });
const MISSING = 'attribute_not_exists(id)';

describe('a transaction of writes', () => {
  test('does all of them', async () => {
    await todos.put('old');
    expect(await write([put('new'), increment('there'), remove('old'), check('other', MISSING)])).toEqual({});
    expect(await todos.ids('Scan')).toEqual(expect.arrayContaining(['there', 'new']));
    expect(await todos.get('there')).toMatchObject({ n: { N: '2' } });
    expect(await todos.get('old')).toBeUndefined();
  });

  test('does none of them if one cannot be done, and says of each why', async () => {
    const error = await failureOf(write([
      put('new'),
      put('there', {}, { ConditionExpression: MISSING, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      check('gone', 'attribute_exists(id)'),
    ]));
    expect(error.body.__type).toBe('com.amazonaws.dynamodb.v20120810#TransactionCanceledException');
    expect(error.message).toBe('Transaction cancelled, please refer cancellation reasons for specific reasons '
      + '[None, ConditionalCheckFailed, ConditionalCheckFailed]');
    expect(error.body.CancellationReasons).toEqual([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { ...key('there'), n: { N: '1' } } },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
    ]);
    expect(await todos.ids('Scan')).toEqual(['there']);
  });

  test('tells the first action that is wrong by itself, and no conditions then', async () => {
    const error = await failureOf(write([
      put('there', {}, { ConditionExpression: MISSING }),
      put('wrong', { status: { N: '1' } }),
      put('wrong too', { status: { N: '1' } }),
    ]));
    expect(error.body.CancellationReasons).toEqual([
      { Code: 'None' }, { Code: 'ValidationError', Message: expect.stringContaining('Type mismatch for Index Key status') }, { Code: 'None' },
    ]);
  });

  test('may delete, check and change more than 4 MB, if the request is small', async () => {
    const ids = Array.from({ length: 12 }, (_, number) => `large-${number}`);
    for (const id of ids) await todos.put(id, { text: { S: 'x'.repeat(390 * 1024) } });
    await write(ids.map(increment));
    await write(ids.map((id) => check(id, 'n = :one', { ExpressionAttributeValues: { ':one': { N: '1' } } })));
    await write(ids.map((id) => remove(id)));
    expect(await todos.ids('Scan')).toEqual(['there']);
  });

  test.each([
    ['one item twice', [put('1'), remove('1')], 'ValidationException'],
    ['no actions', [], 'ValidationException'],
    ['101 actions', Array.from({ length: 101 }, (_, number) => put(String(number))), 'ValidationException'],
    ['an action of two kinds', [{ ...put('1'), ...remove('2') }], 'ValidationException'],
    ['an action of no kind', [{}], 'ValidationException'],
    ['a check without condition', [{ ConditionCheck: { TableName, Key: key('1') } }], 'ValidationException'],
    ['an update without expression', [{ Update: { TableName, Key: key('1') } }], 'ValidationException'],
    ['a wrong expression', [check('1', 'nonsense(')], 'ValidationException'],
    ['an empty key', [put('')], 'ValidationException'],
    ['another table', [{ Delete: { TableName: 'other', Key: key('1') } }], 'ResourceNotFoundException'],
    ['more than 4 MB', Array.from({ length: 11 }, (_, number) => put(String(number), { text: { S: 'x'.repeat(399 * 1024) } })), 'ValidationException'],
  ])('of %s is refused', async (_, actions, type) => {
    expect((await failureOf(write(actions))).type).toBe(type);
    expect(await todos.ids('Scan')).toEqual(['there']);
  });

  test('costs twice as much in the table, and the same in its indexes', async () => {
    const { ConsumedCapacity } = await write([put('1', { status: { S: 'open' } }), check('there', 'attribute_exists(id)')], { ReturnConsumedCapacity: 'INDEXES' }) as {
      ConsumedCapacity: object[];
    };
    expect(ConsumedCapacity).toEqual([{
      TableName,
      CapacityUnits: 5,
      WriteCapacityUnits: 5,
      Table: { CapacityUnits: 4, WriteCapacityUnits: 4 },
      GlobalSecondaryIndexes: { byStatus: { CapacityUnits: 1, WriteCapacityUnits: 1 } },
    }]);
  });

  test('spans tables', async () => {
    await todos.engine.call('CreateTable', { ...tableInput(), TableName: 'others' });
    await write([put('1'), { Put: { TableName: 'others', Item: key('1') } }]);
    expect(await todos.ids('Scan', { TableName: 'others' })).toEqual(['1']);
  });
});

describe('a client request token', () => {
  const options = { ClientRequestToken: 'token', ReturnConsumedCapacity: 'TOTAL' };

  test('makes a repeat do nothing, and costs a read', async () => {
    await write([increment('there')], options);
    expect(await write([increment('there')], options)).toEqual({ ConsumedCapacity: [{ TableName, CapacityUnits: 2, ReadCapacityUnits: 2 }] });
    expect(await todos.get('there')).toMatchObject({ n: { N: '2' } });
  });

  test('is forgotten after ten minutes', async () => {
    await write([increment('there')], options);
    now += 10 * 60 * 1000;
    await write([increment('there')], options);
    expect(await todos.get('there')).toMatchObject({ n: { N: '3' } });
  });

  test('belongs to one request', async () => {
    await write([increment('there')], options);
    expect((await failureOf(write([increment('other')], options))).type).toBe('IdempotentParameterMismatchException');
  });

  test('is not used up by a failure', async () => {
    const actions = [increment('there'), check('gate', 'attribute_exists(id)')];
    expect((await failureOf(write(actions, options))).type).toBe('TransactionCanceledException');
    await todos.put('gate');
    await write(actions, options);
    expect(await todos.get('there')).toMatchObject({ n: { N: '2' } });
  });
});

describe('a transaction of reads', () => {
  const read = async (gets: object[], options: object = {}) => todos.engine.call('TransactGetItems', {
    TransactItems: gets.map((Get) => ({ Get: { TableName, ...Get } })), ...options,
  });

  test('answers in order, for absent items with nothing', async () => {
    const gets = [{ Key: key('absent') }, { Key: key('there'), ProjectionExpression: 'n' }];
    expect(await read(gets, { ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      Responses: [{}, { Item: { n: { N: '1' } } }], ConsumedCapacity: [{ TableName, CapacityUnits: 4, ReadCapacityUnits: 4 }],
    });
  });

  test.each([
    ['a wrong key', [{ Key: { id: { S: '1' } } }], 'TransactionCanceledException'],
    ['one item twice', [{ Key: key('1') }, { Key: key('1') }], 'ValidationException'],
    ['nothing', [], 'ValidationException'],
    ['101 items', Array.from({ length: 101 }, (_, number) => ({ Key: key(String(number)) })), 'ValidationException'],
  ])('of %s is refused', async (_, gets, type) => {
    expect((await failureOf(read(gets))).type).toBe(type);
  });
});

test('an index is part of the transaction', async () => {
  await todos.call('UpdateTable', {
    AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }], GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind']) }],
  });
  const byKind = { IndexName: 'byKind', KeyConditionExpression: 'kind = :k', ExpressionAttributeValues: { ':k': { S: 'x' } } };
  expect(await todos.ids('Query', byKind)).toEqual([]);
  await failureOf(write([put('1', { kind: { S: 'x' } }), check('there', MISSING)]));
  expect(await todos.ids('Query', byKind)).toEqual([]);
  await write([put('1', { kind: { S: 'x' } })]);
  expect(await todos.ids('Query', byKind)).toEqual(['1']);
});
