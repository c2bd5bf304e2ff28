import { Fixture, key, TABLE_NAME, tableInput } from './support';
import { TableChange } from '../../../src/local/dynamodb';

let todos: Fixture;
let told: TableChange[];

beforeEach(async () => {
  told = [];
  todos = await Fixture.open(tableInput());
  todos.engine.onChange(TABLE_NAME, (change) => told.push(change));
});
afterEach(async () => todos.engine.close());

describe('the change feed', () => {
  test('tells what was put, changed and deleted, with keys and images', async () => {
    await todos.put('1', { n: { N: '1' } });
    await todos.update('1', 'ADD n :one', { ':one': { N: '1' } });
    await todos.delete('1');
    const [one, two] = ['1', '2'].map((N) => ({ ...key('1'), n: { N } }));
    expect(told).toMatchObject([
      { tableName: TABLE_NAME, eventName: 'INSERT', keys: key('1'), newImage: one },
      { eventName: 'MODIFY', keys: key('1'), oldImage: one, newImage: two },
      { eventName: 'REMOVE', keys: key('1'), oldImage: two },
    ]);
    expect(told[0]).not.toHaveProperty('oldImage');
    expect(told[2]).not.toHaveProperty('newImage');
  });

  test('numbers the changes in their order, over restarts too', async () => {
    await todos.put('1');
    await todos.call('BatchWriteItem', { RequestItems: { todos: ['2', '3'].map((id) => ({ PutRequest: { Item: key(id) } })) } });
    const again = await Fixture.open(tableInput());
    again.engine.onChange(TABLE_NAME, (change) => told.push(change));
    await again.put('4');
    await again.engine.close();
    expect(told.map(({ keys }) => keys.id.S)).toEqual(['1', '2', '3', '4']);
    const numbers = told.map(({ sequenceNumber }) => sequenceNumber);
    expect(numbers).toEqual([...numbers].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(numbers).size).toBe(4);
  });

  test('tells nothing of what changes nothing', async () => {
    await todos.put('1', { set: { SS: ['a', 'b'] } });
    await todos.put('1', { set: { SS: ['b', 'a'] } });
    await todos.delete('absent');
    await todos.failure('PutItem', { Item: key('1'), ConditionExpression: 'attribute_not_exists(id)' });
    await todos.failure('TransactWriteItems', {
      TransactItems: [{ Put: { TableName: TABLE_NAME, Item: key('2') } }, { Delete: { TableName: TABLE_NAME, Key: key('1'), ConditionExpression: 'attribute_not_exists(id)' } }],
    });
    expect(told).toHaveLength(1);
  });

  test('ends when told to, and knows only its table', async () => {
    const others: TableChange[] = [];
    const stop = todos.engine.onChange('others', (change) => others.push(change));
    await todos.call('CreateTable', { ...tableInput(), TableName: 'others' });
    await todos.call('PutItem', { TableName: 'others', Item: key('1') });
    stop();
    await todos.call('PutItem', { TableName: 'others', Item: key('2') });
    expect([told.length, others.length]).toEqual([0, 1]);
  });
});
