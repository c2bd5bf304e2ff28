import { Fixture, key, SCOPE, tableInput } from './support';

let todos: Fixture;

beforeEach(async () => { todos = await Fixture.open(tableInput()); });
afterEach(async () => todos.engine.close());

const KEY_BYTES = `_scope${SCOPE}id1`.length;
const LIMIT = 400 * 1024;

/** A value of so many lists or maps in each other, the value itself included. */
function nested(levels: number, wrap: (inner: object) => object): object {
  return levels === 1 ? { S: 'leaf' } : wrap(nested(levels - 1, wrap));
}
const inMap = (inner: object) => ({ M: { n: inner } });
const inList = (inner: object) => ({ L: [inner] });

describe('an item of exactly 400 KB is stored, one byte more is refused', () => {
  test.each<[string, (bytes: number) => object, number]>([
    ['text', (bytes) => ({ S: 'x'.repeat(bytes) }), 0],
    ['text of two-byte characters', (bytes) => ({ S: `${'ä'.repeat(Math.floor(bytes / 2))}${bytes % 2 ? 'x' : ''}` }), 0],
    ['text of characters outside the BMP', (bytes) => ({ S: `${'😀'.repeat(Math.floor(bytes / 4))}${'x'.repeat(bytes % 4)}` }), 0],
    ['binary', (bytes) => ({ B: Buffer.alloc(bytes).toString('base64') }), 0],
    ['a list', (bytes) => ({ L: [{ S: 'x'.repeat(bytes) }, { BOOL: true }] }), 6],
    ['a map', (bytes) => ({ M: { ab: { S: 'x'.repeat(bytes) }, c: { NULL: true } } }), 9],
    ['a set', (bytes) => ({ SS: ['y', 'x'.repeat(bytes)] }), 1],
  ])('%s', async (_, value, overhead) => {
    const room = LIMIT - KEY_BYTES - 'a'.length - overhead;
    await todos.put('1', { a: value(room) });
    const error = await todos.failure('PutItem', { Item: { ...key('1'), a: value(room + 1) } });
    expect([error.type, error.message]).toEqual(['ValidationException', 'Item size has exceeded the maximum allowed size']);
    const updated = await todos.failure('UpdateItem', {
      Key: key('1'), UpdateExpression: 'SET a = :a', ExpressionAttributeValues: { ':a': value(room + 1) },
    });
    expect(updated.message).toBe('Item size to update has exceeded the maximum allowed size');
  });
});

describe('keys', () => {
  test('are at most 2,048 and 1,024 bytes', async () => {
    const item = (scope: number, id: number) => ({ Item: { _scope: { S: 'x'.repeat(scope) }, id: { S: 'x'.repeat(id) } } });
    await todos.call('PutItem', item(2048, 1024));
    expect((await todos.failure('PutItem', item(2049, 1))).message).toContain('2048 bytes');
    expect((await todos.failure('PutItem', item(1, 1025))).message).toContain('1024 bytes');
    expect((await todos.failure('PutItem', { Item: { _scope: { S: 'ä'.repeat(1025) }, id: { S: 'x' } } })).message).toContain('2048 bytes');
    expect((await todos.failure('GetItem', { Key: { _scope: { S: 'x' }, id: { S: 'ä'.repeat(513) } } })).message).toContain('1024 bytes');
  });

  test.each<[string, object]>([
    ['empty', { _scope: { S: SCOPE }, id: { S: '' } }],
    ['missing', { _scope: { S: SCOPE } }],
    ['of another type', { _scope: { S: SCOPE }, id: { N: '1' } }],
    ['null', { _scope: { S: SCOPE }, id: { NULL: true } }],
    ['nothing', { _scope: { S: SCOPE }, id: {} }],
  ])('are never %s', async (_, wrong) => {
    for (const [action, input] of [['PutItem', { Item: wrong }], ['GetItem', { Key: wrong }], ['DeleteItem', { Key: wrong }], ['UpdateItem', { Key: wrong }]] as const) {
      expect((await todos.failure(action, input)).type).toBe('ValidationException');
    }
  });

  test('are the key and nothing else', async () => {
    expect((await todos.failure('GetItem', { Key: { ...key('1'), more: { S: 'x' } } })).message).toBe('The provided key element does not match the schema');
  });

  test('cannot be reached into', async () => {
    expect((await todos.failure('GetItem', { Key: key('1'), ProjectionExpression: 'id.a' })).message).toContain('Key attributes must be scalars');
  });
});

describe('nesting', () => {
  test.each([['maps', inMap], ['lists', inList]])('of %s goes 32 levels deep', async (_, wrap) => {
    await todos.put('1', { a: nested(32, wrap) });
    expect(await todos.get('1')).toEqual({ ...key('1'), a: nested(32, wrap) });
    for (const levels of [33, 63, 1000]) {
      expect((await todos.failure('PutItem', { Item: { ...key('1'), a: nested(levels, wrap) } })).message).toContain('Nesting Levels have exceeded supported limits');
    }
  });

  test('counts from the item, where an update reaches into it', async () => {
    await todos.put('1', { a: nested(32, inMap) });
    const path = ['a', ...Array.from({ length: 31 }, () => 'n')].join('.');
    await todos.update('1', `SET ${path} = :v`, { ':v': { S: 'x' } });
    await todos.update('1', `SET ${path} = :v`, { ':v': { L: [] } });
    expect((await todos.failure('UpdateItem', {
      Key: key('1'), UpdateExpression: `SET ${path} = :v`, ExpressionAttributeValues: { ':v': { L: [{ S: 'x' }] } },
    })).message).toContain('Nesting Levels');
  });
});

describe('numbers', () => {
  test.each([
    ['38 digits', '12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
    ['38 digits after the point', '-0.12345678901234567890123456789012345678', '-0.12345678901234567890123456789012345678'],
    ['the largest', '9.9999999999999999999999999999999999999e125', `${'9'.repeat(38)}${'0'.repeat(88)}`],
    ['the smallest', '1e-130', `0.${'0'.repeat(129)}1`],
    ['leading and trailing zeros', '000123.4500', '123.45'],
    ['digits that are zeros', `1${'0'.repeat(100)}`, `1${'0'.repeat(100)}`],
  ])('of %s are kept exactly', async (_, given, kept) => {
    await todos.put('1', { n: { N: given }, set: { NS: [given] } });
    expect(await todos.get('1')).toMatchObject({ n: { N: kept }, set: { NS: [kept] } });
  });

  test.each([
    ['39 digits', '123456789012345678901234567890123456789'],
    ['too large a magnitude', '1e126'],
    ['too small a magnitude', '1e-131'],
    ['an exponent out of this world', '1e99999999999'],
    ['100,000 digits', '1'.repeat(100_000)],
    ['letters', 'one'],
    ['nothing', ''],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['hexadecimal', '0x10'],
    ['a space', ' 1'],
  ])('with %s are refused', async (_, N) => {
    expect((await todos.failure('PutItem', { Item: { ...key('1'), n: { N } } })).type).toBe('ValidationException');
    expect((await todos.failure('PutItem', { Item: { ...key('1'), n: { NS: [N] } } })).type).toBe('ValidationException');
  });
});

describe('sets', () => {
  test.each<[string, object]>([
    ['empty', { SS: [] }], ['empty, of numbers', { NS: [] }], ['empty, of binaries', { BS: [] }],
    ['with one member twice', { SS: ['a', 'a'] }], ['with one number twice', { NS: ['1', '1.0'] }], ['with one binary twice', { BS: ['AA==', 'AA=='] }],
    ['with a null', { SS: ['a', null] }],
  ])('are never %s', async (_, value) => {
    expect((await todos.failure('PutItem', { Item: { ...key('1'), a: value } })).type).toBe('ValidationException');
  });
});
