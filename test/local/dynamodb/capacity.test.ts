import { Fixture, index, key, SCOPE, tableInput, WHOLE_SCOPE } from './support';

/** Every figure on indexes was measured on DynamoDB and is published with dynoxide's conformance tests. */
let todos: Fixture;

beforeEach(async () => {
  todos = await Fixture.open({
    ...tableInput({ all: [['kind'], ['id']] }),
    GlobalSecondaryIndexes: [index('all', ['kind'], ['id']), index('some', ['kind'], ['id'], { ProjectionType: 'INCLUDE', NonKeyAttributes: ['projected'] })],
  });
});
afterEach(async () => todos.engine.close());

const kilobytes = (number: number) => ({ S: 'x'.repeat(number * 1024 - 100) });
const REPORT = { ReturnConsumedCapacity: 'INDEXES' };

/** Total, table, index `all`, index `some`. */
async function units(call: Promise<{ ConsumedCapacity: Record<string, any> }>): Promise<Array<number | undefined>> {
  const { CapacityUnits, Table, GlobalSecondaryIndexes: indexes } = (await call).ConsumedCapacity;
  return [CapacityUnits, Table.CapacityUnits, indexes?.all?.CapacityUnits, indexes?.some?.CapacityUnits];
}

describe('a write costs', () => {
  const kind = { kind: { S: 'k' } };
  test.each<[string, object | undefined, object | undefined, Array<number | undefined>]>([
    ['the table alone, where no index holds the item', undefined, {}, [1, 1, undefined, undefined]],
    ['every index that takes it', undefined, kind, [3, 1, 1, 1]],
    ['nothing in indexes that it leaves as they are', kind, kind, [1, 1, undefined, undefined]],
    ['nothing in an index that does not hold what changes', kind, { ...kind, n: { N: '1' } }, [2, 1, 1, undefined]],
    ['twice, where an entry moves', kind, { kind: { S: 'other' } }, [5, 1, 2, 2]],
    ['the deletion, where an entry goes', kind, {}, [3, 1, 1, 1]],
    ['the larger size, before or after', { text: kilobytes(3) }, {}, [3, 3, undefined, undefined]],
    ['the size of the entry, not of the item', undefined, { ...kind, text: kilobytes(3) }, [7, 3, 3, 1]],
    ['both sizes of an entry that moves, each rounded up', { ...kind, projected: kilobytes(1.6) }, { kind: { S: 'other' }, projected: kilobytes(1.6) }, [10, 2, 4, 4]],
    ['the size of what is deleted', { ...kind, text: kilobytes(3) }, undefined, [7, 3, 3, 1]],
    ['one unit, where there is nothing to delete', undefined, undefined, [1, 1, undefined, undefined]],
  ])('%s', async (_, before, after, expected) => {
    if (before) await todos.put('1', before);
    expect(await units(after ? todos.put('1', after, REPORT) : todos.delete('1', REPORT))).toEqual(expected);
  });

  test('the same by an update', async () => {
    await todos.put('1', { kind: { S: 'k' }, text: kilobytes(2.5) });
    expect(await units(todos.update('1', 'REMOVE kind', {}, REPORT))).toEqual([7, 3, 3, 1]);
  });

  test('the item that it finds, when its condition fails', async () => {
    await todos.put('1', { text: kilobytes(2.5) });
    const meter = { capacityUnits: 0 };
    await todos.engine.call('DeleteItem', { TableName: 'todos', Key: key('1'), ConditionExpression: 'attribute_not_exists(id)' }, meter).catch(() => undefined);
    expect(meter.capacityUnits).toBe(3);
  });
});

describe('a read costs', () => {
  test.each<[string, boolean, number, number]>([
    ['half a unit for 4 KB', false, 4, 0.5],
    ['a unit for 4 KB, if it is strongly consistent', true, 4, 1],
    ['more for more', true, 8.5, 3],
    ['as much as 4 KB if it finds nothing', true, 0, 1],
  ])('%s', async (_, ConsistentRead, size, expected) => {
    if (size > 0) await todos.put('1', { text: kilobytes(size) });
    expect((await units(todos.call('GetItem', { Key: key('1'), ConsistentRead, ...REPORT })))[0]).toBe(expected);
  });

  test('by the sum of what a page reads, filtered or not', async () => {
    for (let number = 0; number < 25; number += 1) await todos.put(`item-${number}`, { text: { S: 'x'.repeat(1024 - 34 - 4) } });
    expect(await units(todos.call('Query', { ...WHOLE_SCOPE, ...REPORT }))).toEqual([3.5, 3.5, undefined, undefined]);
    expect(await units(todos.call('Query', { ...WHOLE_SCOPE, ...REPORT, ConsistentRead: true }))).toEqual([7, 7, undefined, undefined]);
    const filtered = { FilterExpression: 'attribute_exists(absent)', ...REPORT };
    expect(await units(todos.call('Query', { ...WHOLE_SCOPE, ...filtered }))).toEqual([3.5, 3.5, undefined, undefined]);
    expect(await units(todos.call('Scan', filtered))).toEqual([3.5, 3.5, undefined, undefined]);
  });

  test('in the index that it reads', async () => {
    await todos.put('1', { kind: { S: 'k' }, text: kilobytes(9) });
    const search = { KeyConditionExpression: 'kind = :k', ExpressionAttributeValues: { ':k': { S: 'k' } }, ...REPORT };
    expect(await units(todos.call('Query', { ...search, IndexName: 'all' }))).toEqual([1.5, 0, 1.5, undefined]);
    expect(await units(todos.call('Query', { ...search, IndexName: 'some' }))).toEqual([0.5, 0, undefined, 0.5]);
    expect(await units(todos.call('Query', { ...search, IndexName: 'some', ExpressionAttributeValues: { ':k': { S: 'none' } } }))).toEqual([0.5, 0, undefined, 0.5]);
  });
});

test('a batch is reported for each table', async () => {
  await todos.engine.call('CreateTable', { ...tableInput(), TableName: 'others' });
  const RequestItems = { todos: ['1', '2'].map((id) => ({ PutRequest: { Item: key(id) } })), others: [{ PutRequest: { Item: key('1') } }] };
  expect((await todos.engine.call('BatchWriteItem', { RequestItems, ReturnConsumedCapacity: 'TOTAL' }) as { ConsumedCapacity: object }).ConsumedCapacity).toEqual([
    { TableName: 'todos', CapacityUnits: 2 }, { TableName: 'others', CapacityUnits: 1 },
  ]);
  const reads = { todos: { Keys: [key('1'), key('absent')], ConsistentRead: true }, others: { Keys: [key('1')] } };
  expect((await todos.engine.call('BatchGetItem', { RequestItems: reads, ReturnConsumedCapacity: 'INDEXES' }) as { ConsumedCapacity: object }).ConsumedCapacity).toEqual([
    { TableName: 'todos', CapacityUnits: 2, Table: { CapacityUnits: 2 } }, { TableName: 'others', CapacityUnits: 0.5, Table: { CapacityUnits: 0.5 } },
  ]);
});

test('nothing is reported that is not asked for, but everything is metered', async () => {
  const meter = { capacityUnits: 0 };
  expect(await todos.engine.call('PutItem', { TableName: 'todos', Item: { ...key('1'), kind: { S: SCOPE } }, ReturnConsumedCapacity: 'NONE' }, meter)).toEqual({});
  expect(await todos.engine.call('GetItem', { TableName: 'todos', Key: key('2') }, meter)).toEqual({});
  expect(meter.capacityUnits).toBe(3.5);
});
