import { Fixture, key, TABLE_NAME } from './support';

const ITEM = {
  l: { L: [{ N: '1' }, { N: '2' }, { N: '3' }] },
  mixed: { L: [{ SS: ['a'] }, { S: 'x' }, { S: 'y' }] },
  m: { M: { a: { N: '1' }, deep: { M: { b: { S: 'x' } } } } },
  n: { N: '5' },
  s: { S: 'text' },
  tags: { SS: ['a', 'b'] },
};

let todos: Fixture;

beforeEach(async () => {
  todos = await Fixture.open();
  await todos.put('1', ITEM);
});
afterEach(async () => todos.engine.close());

const list = (...numbers: string[]) => ({ l: { L: numbers.map((N) => ({ N })) } });

describe('an update', () => {
  /** The list cases are DynamoDB's own answers, published by dynoxide's conformance tests. */
  test.each<[string, object, object]>([
    ['SET s = :v', { ':v': { S: 'new' } }, { s: { S: 'new' } }],
    ['SET s = :v, n = n + :one', { ':v': { S: 'new' }, ':one': { N: '1' } }, { s: { S: 'new' }, n: { N: '6' } }],
    ['SET n = :ten - n', { ':ten': { N: '10' } }, { n: { N: '5' } }],
    ['SET n = n + :v', { ':v': { N: '0.12345678901234567890123456789' } }, { n: { N: '5.12345678901234567890123456789' } }],
    ['SET n = n - :v', { ':v': { N: '5.5' } }, { n: { N: '-0.5' } }],
    ['SET extra = if_not_exists(extra, :v), s = if_not_exists(s, :v)', { ':v': { S: 'new' } }, { extra: { S: 'new' }, s: ITEM.s }],
    ['SET l = list_append(l, :v)', { ':v': { L: [{ N: '4' }] } }, list('1', '2', '3', '4')],
    ['SET l = list_append(:v, l)', { ':v': { L: [{ N: '0' }] } }, list('0', '1', '2', '3')],
    ['SET fresh = list_append(if_not_exists(fresh, :none), :v)', { ':none': { L: [] }, ':v': { L: [{ N: '1' }] } }, { fresh: { L: [{ N: '1' }] } }],
    ['SET n = s, s = n', {}, { n: ITEM.s, s: ITEM.n }],
    ['SET m.a = :v, m.deep.c = :v REMOVE m.deep.b', { ':v': { N: '2' } }, { m: { M: { a: { N: '2' }, deep: { M: { c: { N: '2' } } } } } }],
    ['SET twin = m, m.a = :v', { ':v': { N: '2' } }, { twin: ITEM.m, m: { M: { ...ITEM.m.M, a: { N: '2' } } } }],
    ['REMOVE s, absent, m.absent', {}, { s: undefined }],
    ['REMOVE l[0], l[2]', {}, list('2')],
    ['REMOVE l[1] SET l[2] = :v', { ':v': { N: '9' } }, list('1', '9')],
    ['SET l[10] = :v REMOVE l[2]', { ':v': { N: '7' } }, list('1', '2', '7')],
    ['SET l[11] = :b, l[10] = :a', { ':a': { N: '7' }, ':b': { N: '8' } }, list('1', '2', '3', '7', '8')],
    ['SET l[10] = :v ADD l[3] :n', { ':v': { N: '7' }, ':n': { N: '5' } }, list('1', '2', '3', '5', '7')],
    ['SET l[10] = :v REMOVE l[3]', { ':v': { N: '7' } }, list('1', '2', '3', '7')],
    ['DELETE mixed[0] :a', { ':a': { SS: ['a'] } }, { mixed: { L: [{ S: 'x' }, { S: 'y' }] } }],
    ['DELETE mixed[0] :a REMOVE mixed[1]', { ':a': { SS: ['a'] } }, { mixed: { L: [{ S: 'y' }] } }],
    ['DELETE mixed[0] :a SET mixed[1] = :q', { ':a': { SS: ['a'] }, ':q': { S: 'q' } }, { mixed: { L: [{ S: 'q' }, { S: 'y' }] } }],
    ['ADD n :one, fresh :one', { ':one': { N: '1' } }, { n: { N: '6' }, fresh: { N: '1' } }],
    ['ADD tags :t', { ':t': { SS: ['b', 'c'] } }, { tags: { SS: ['a', 'b', 'c'] } }],
    ['DELETE tags :t, absent :t', { ':t': { SS: ['b', 'c'] } }, { tags: { SS: ['a'] } }],
    ['DELETE tags :t', { ':t': { SS: ['a', 'b'] } }, { tags: undefined }],
  ])('%s', async (expression, values, changes) => {
    const expected = JSON.parse(JSON.stringify({ ...key('1'), ...ITEM, ...changes })) as object;
    expect((await todos.update('1', expression, values, { ReturnValues: 'ALL_NEW' })).Attributes).toEqual(expected);
    expect(await todos.get('1')).toEqual(expected);
  });

  test.each<[string, object, string]>([
    ['SET absent.a = :v', { ':v': { N: '1' } }, 'document path'],
    ['SET s.a = :v', { ':v': { N: '1' } }, 'document path'],
    ['SET m[0] = :v', { ':v': { N: '1' } }, 'document path'],
    ['SET l[9].a = :v', { ':v': { N: '1' } }, 'document path'],
    ['REMOVE absent[0]', {}, 'document path'],
    ['SET n = absent', {}, 'does not exist in the item'],
    ['SET n = absent + :v', { ':v': { N: '1' } }, 'does not exist in the item'],
    ['SET n = s + :v', { ':v': { N: '1' } }, 'incorrect data type'],
    ['SET l = list_append(l, n)', {}, 'incorrect data type'],
    ['ADD s :v', { ':v': { N: '1' } }, 'incorrect data type'],
    ['ADD tags :v', { ':v': { NS: ['1'] } }, 'incorrect data type'],
    ['DELETE n :v', { ':v': { SS: ['1'] } }, 'incorrect data type'],
    ['SET n = :v, n = :v', { ':v': { N: '1' } }, 'overlap'],
    ['SET m.a = :v REMOVE m', { ':v': { N: '1' } }, 'overlap'],
    ['SET id = :v', { ':v': { S: '2' } }, 'part of the key'],
    ['SET n = :v SET s = :v', { ':v': { N: '1' } }, 'only be used once'],
    ['SET n = n + :v', { ':v': { N: '1e125' } }, '38 significant digits'],
    ['ADD n :v', { ':v': { N: '1e-100' } }, '38 significant digits'],
    ['SET n = sqrt(:v)', { ':v': { N: '1' } }, 'Invalid function name'],
    ['n = :v', { ':v': { N: '1' } }, 'Syntax error'],
  ])('%s is refused and changes nothing', async (expression, values, message) => {
    const error = await todos.failure('UpdateItem', {
      Key: key('1'), UpdateExpression: expression, ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    });
    expect(error.type).toBe('ValidationException');
    expect(error.message).toContain(message);
    expect(await todos.get('1')).toEqual({ ...key('1'), ...ITEM });
  });
});

describe('the parameters from before expressions', () => {
  test('update', async () => {
    const AttributeUpdates = {
      s: { Action: 'PUT', Value: { S: 'new' } },
      n: { Action: 'ADD', Value: { N: '2' } },
      tags: { Action: 'DELETE', Value: { SS: ['a'] } },
      m: { Action: 'DELETE' },
      l: { Action: 'ADD', Value: { L: [{ N: '4' }] } },
      fresh: { Value: { N: '1' } },
    };
    await todos.call('UpdateItem', { Key: key('1'), AttributeUpdates });
    expect(await todos.get('1')).toEqual({
      ...key('1'), ...list('1', '2', '3', '4'), s: { S: 'new' }, n: { N: '7' }, tags: { SS: ['b'] }, fresh: { N: '1' }, mixed: ITEM.mixed,
    });
  });

  test.each<[object, boolean]>([
    [{ Expected: { n: { Value: { N: '5' } } } }, true],
    [{ Expected: { n: { Value: { N: '6' } } } }, false],
    [{ Expected: { absent: { Exists: false } } }, true],
    [{ Expected: { n: { Exists: false } } }, false],
    [{ Expected: { n: { ComparisonOperator: 'GT', AttributeValueList: [{ N: '4' }] }, s: { ComparisonOperator: 'NULL' } } }, false],
    [{ Expected: { n: { ComparisonOperator: 'LT', AttributeValueList: [{ N: '4' }] }, s: { ComparisonOperator: 'NOT_NULL' } }, ConditionalOperator: 'OR' }, true],
    [{ Expected: { s: { ComparisonOperator: 'NOT_CONTAINS', AttributeValueList: [{ S: 'zz' }] } } }, true],
    [{ Expected: { n: { ComparisonOperator: 'BETWEEN', AttributeValueList: [{ N: '1' }, { N: '9' }] } } }, true],
  ])('expect %j', async (expected, holds) => {
    const outcome = await todos.delete('1', expected).then(() => true, () => false);
    expect(outcome).toBe(holds);
  });
});

describe('an update that only removes', () => {
  const SET = { ':s': { SS: ['a'] } };

  test.each<[what: string, input: object]>([
    ['REMOVE of an attribute', { UpdateExpression: 'REMOVE x' }],
    ['REMOVE in a map and a list', { UpdateExpression: 'REMOVE x.y, z[0]' }],
    ['DELETE from a set', { UpdateExpression: 'DELETE x :s', ExpressionAttributeValues: SET }],
    ['AttributeUpdates with DELETE', { AttributeUpdates: { x: { Action: 'DELETE' } } }],
  ])('(%s) makes no item', async (_, input) => {
    expect(await todos.call('UpdateItem', { Key: key('new'), ReturnValues: 'ALL_NEW', ReturnConsumedCapacity: 'TOTAL', ...input })).toEqual({
      ConsumedCapacity: { TableName: TABLE_NAME, CapacityUnits: 1 },
    });
    expect(await todos.get('new')).toBeUndefined();
  });

  test('is held to its condition all the same', async () => {
    expect((await todos.failure('UpdateItem', { Key: key('new'), UpdateExpression: 'REMOVE x', ConditionExpression: 'attribute_exists(id)' })).type)
      .toBe('ConditionalCheckFailedException');
  });

  test('makes no item in a transaction either, and one without any action does', async () => {
    await todos.call('TransactWriteItems', { TransactItems: [{ Update: { TableName: TABLE_NAME, Key: key('new'), UpdateExpression: 'REMOVE x' } }] });
    expect(await todos.get('new')).toBeUndefined();
    await todos.call('UpdateItem', { Key: key('new') });
    expect(await todos.get('new')).toEqual(key('new'));
  });
});
