import { Fixture, key } from './support';

let todos: Fixture;

beforeEach(async () => { todos = await Fixture.open(); });
afterEach(async () => todos.engine.close());

describe('one item', () => {
  test('is read back as it was put, and gone when it is deleted', async () => {
    const attributes = {
      title: { S: 'Milk' },
      tags: { L: [{ S: 'a' }, { NULL: true }] },
      nested: { M: { deep: { M: { n: { N: '1' } } } } },
      set: { SS: ['a', 'b'] },
      bytes: { B: 'AAEC' },
      done: { BOOL: false },
      empty: { S: '' },
    };
    await todos.put('1', attributes);
    expect(await todos.get('1')).toEqual({ ...key('1'), ...attributes });
    await todos.delete('1');
    expect(await todos.get('1')).toBeUndefined();
  });

  test('keeps numbers in canonical text', async () => {
    await todos.put('1', { a: { N: '1.500' }, b: { N: '-0' }, c: { N: '1E3' }, d: { N: '0042' }, e: { N: '+3' }, set: { NS: ['1.0', '2'] } });
    expect(await todos.get('1')).toMatchObject({ a: { N: '1.5' }, b: { N: '0' }, c: { N: '1000' }, d: { N: '42' }, e: { N: '3' }, set: { NS: ['1', '2'] } });
  });

  test('may have attributes named as members of every object', async () => {
    const hostile = JSON.parse('{"__proto__":{"S":"p"},"constructor":{"M":{"__proto__":{"N":"1"},"toString":{"S":"t"}}}}') as object;
    await todos.call('PutItem', { Item: JSON.parse(`{"_scope":{"S":"todo|collection|"},"id":{"S":"1"},${JSON.stringify(hostile).slice(1)}`) });
    expect(JSON.stringify(await todos.get('1'))).toContain('"__proto__":{"S":"p"},"constructor":{"M":{"__proto__":{"N":"1"},"toString":{"S":"t"}}}');
    const names = { '#p': '__proto__', '#c': 'constructor', '#v': 'valueOf' };
    await todos.update('1', 'SET #c.#p = :v, #v = :v REMOVE #p', { ':v': { N: '2' } }, { ExpressionAttributeNames: names });
    expect(JSON.stringify(await todos.get('1'))).toContain('"constructor":{"M":{"__proto__":{"N":"2"},"toString":{"S":"t"}}},"valueOf":{"N":"2"}}');
  });

  test('does not have attributes that every object inherits', async () => {
    await todos.put('1');
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const ExpressionAttributeNames = { '#n': name };
      await todos.put('1', {}, { ConditionExpression: 'attribute_not_exists(#n)', ExpressionAttributeNames });
      const projected = { Key: key('1'), ProjectionExpression: '#n', ExpressionAttributeNames };
      expect((await todos.call('GetItem', projected)).Item).toEqual({});
    }
  });

  test.each([
    ['title', { title: { S: 'Milk' } }],
    ['nested.a, things[2], things[0]', { nested: { M: { a: { N: '1' } } }, things: { L: [{ S: 'x' }, { S: 'z' }] } }],
    ['nested.absent, absent, things[9], title.deeper', {}],
  ])('is projected to %s', async (ProjectionExpression, expected) => {
    await todos.put('1', { title: { S: 'Milk' }, nested: { M: { a: { N: '1' }, b: { N: '2' } } }, things: { L: [{ S: 'x' }, { S: 'y' }, { S: 'z' }] } });
    expect((await todos.call('GetItem', { Key: key('1'), ProjectionExpression })).Item).toEqual(expected);
  });

  test('is returned as it was, or as it is, where asked', async () => {
    await todos.put('1', { n: { N: '1' } });
    expect((await todos.put('1', { n: { N: '2' } }, { ReturnValues: 'ALL_OLD' })).Attributes).toMatchObject({ n: { N: '1' } });
    const returned = async (ReturnValues: string) => (await todos.update('1', 'SET n = n + :one', { ':one': { N: '1' } }, { ReturnValues })).Attributes;
    expect(await returned('UPDATED_NEW')).toEqual({ n: { N: '3' } });
    expect(await returned('UPDATED_OLD')).toEqual({ n: { N: '3' } });
    expect(await returned('ALL_NEW')).toEqual({ ...key('1'), n: { N: '5' } });
    expect(await returned('ALL_OLD')).toEqual({ ...key('1'), n: { N: '5' } });
    expect(await returned('NONE')).toBeUndefined();
    expect((await todos.delete('1', { ReturnValues: 'ALL_OLD' })).Attributes).toEqual({ ...key('1'), n: { N: '7' } });
  });

  test('has nothing to return of itself after a delete, and no place in a list beyond 32 bits', async () => {
    expect((await todos.failure('DeleteItem', { Key: key('1'), ReturnValues: 'ALL_NEW' })).message).toBe('ReturnValues can only be ALL_OLD or NONE');
    expect((await todos.failure('GetItem', { Key: key('1'), ProjectionExpression: 'a[99999999999999]' })).message)
      .toBe('Invalid ProjectionExpression: List index is not within the allowable range; index: [99999999999999]');
  });

  test('is created by an update', async () => {
    await todos.update('1', 'SET title = :t', { ':t': { S: 'Milk' } });
    expect(await todos.get('1')).toEqual({ ...key('1'), title: { S: 'Milk' } });
  });
});

describe('a batch', () => {
  test('puts, deletes and reads several items', async () => {
    await todos.put('gone');
    const requests = [{ PutRequest: { Item: key('1') } }, { PutRequest: { Item: key('2') } }, { DeleteRequest: { Key: key('gone') } }];
    expect(await todos.call('BatchWriteItem', { RequestItems: { todos: requests } })).toEqual({ UnprocessedItems: {} });
    const Keys = ['1', 'gone', '2'].map(key);
    expect(await todos.call('BatchGetItem', { RequestItems: { todos: { Keys } } })).toEqual({ Responses: { todos: [key('1'), key('2')] }, UnprocessedKeys: {} });
  });

  test('leaves what exceeds 16 MB for the next call', async () => {
    const big = { text: { S: 'x'.repeat(399 * 1024) } };
    const ids = Array.from({ length: 45 }, (_, index) => `item-${index}`);
    for (const id of ids) await todos.put(id, big);
    const read = { Keys: ids.map(key), ProjectionExpression: '#id', ExpressionAttributeNames: { '#id': 'id' } };
    const answer = await todos.call('BatchGetItem', { RequestItems: { todos: read } });
    expect(answer.Responses.todos).toHaveLength(41);
    expect(answer.UnprocessedKeys.todos).toEqual({ ...read, Keys: ids.slice(41).map(key) });
  });

  test.each([
    ['more than 25 writes', Array.from({ length: 26 }, (_, index) => ({ PutRequest: { Item: key(String(index)) } }))],
    ['one key twice', [{ PutRequest: { Item: key('1') } }, { DeleteRequest: { Key: key('1') } }]],
    ['a request for nothing', [{}]],
  ])('of %s is refused, and nothing is written', async (_, requests) => {
    expect((await todos.failure('BatchWriteItem', { RequestItems: { todos: requests } })).type).toBe('ValidationException');
    expect(await todos.ids('Scan')).toEqual([]);
  });
});
