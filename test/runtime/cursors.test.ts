import { ID, openFunction } from './fixtures/function';
import { list } from './fixtures/lists';
import { writeCursor } from '../../src/runtime/list/cursor';

describe('cursors', () => {
  const next = async (query = 'limit=1', model = list()) => {
    const item = { _scope: { S: 's' }, id: { S: ID }, due: { S: '2024-01-01' }, status: { S: 'open' }, priority: { N: '1' } };
    const { request } = openFunction([{ Items: [item], LastEvaluatedKey: item }], { model });
    return (await request('GET', '/todos', { query })).json.nextCursor as string;
  };
  const use = async (cursor: string, query = 'limit=1', model = list()) => {
    const { calls, request } = openFunction([{ Items: [] }], { model });
    const answer = await request('GET', '/todos', { query: `${query}&cursor=${encodeURIComponent(cursor)}` });
    return { status: answer.statusCode, code: answer.json.code, calls };
  };

  test('start after the item, in the partition of the request', async () => {
    const { calls } = await use(await next());
    expect(calls[0].input.ExclusiveStartKey).toEqual({ _scope: { S: 'todo|collection|' }, id: { S: ID } });
    const indexed = await use(await next('status=open'), 'status=open');
    expect(indexed.calls[0].input.ExclusiveStartKey).toEqual({
      _scope: { S: 'todo|collection|' }, id: { S: ID }, status: { S: 'open' }, priority: { N: '1' }, due: { S: '2024-01-01' },
    });
  });

  test('each flipped bit, cut and addition is 400', async () => {
    const cursor = await next();
    const edited = [
      ...Array.from({ length: cursor.length * 8 }, (_, bit) => {
        const bytes = Buffer.from(cursor);
        bytes[bit >> 3] ^= 1 << (bit & 7);
        return bytes.toString('latin1');
      }),
      cursor.slice(0, -1), cursor.slice(1), `${cursor}A`, `${cursor}=`, '', 'x', cursor.toUpperCase(),
    ];
    for (const one of edited) expect({ one, ...await use(one) }).toMatchObject({ one, status: 400, code: 'invalid-cursor', calls: [] });
    expect((await use(cursor)).status).toBe(200);
  });

  test.each([
    ['another direction', 'limit=1&order=desc'],
    ['another index', 'limit=1&index=byDue'],
    ['another filter', 'limit=1&completed=true'],
  ])('%s has other cursors', async (_, query) => {
    expect((await use(await next(), query)).status).toBe(400);
  });

  test('but the same filters may be written in another way', async () => {
    expect((await use(await next('limit=1&completed=true&note=a'), 'limit=1&note:eq=a&completed:eq=true')).status).toBe(200);
  });

  test('but the size of a page and its fields may change', async () => {
    expect((await use(await next(), 'limit=5&fields=id')).status).toBe(200);
  });

  test.each<[string, unknown]>([
    ['a raw last key', { _scope: { S: 'todo|owner|bob' }, id: { S: ID } }],
    ['no position', []],
    ['too many', [{ S: ID }, { S: ID }]],
    ['another type', [{ N: '1' }]],
    ['a value that no key can have', [{ S: '' }]],
    ['one too long', [{ S: 'x'.repeat(1025) }]],
    ['two types', [{ S: ID, N: '1' }]],
    ['null', [null]],
  ])('one forged with the checksum, but %s, is 400', async (_, position) => {
    const context = ['todo', 'todo|collection|', undefined, false, []];
    expect((await use(writeCursor(position as never, context))).status).toBe(400);
  });

  test('one forged well starts elsewhere in the own list', async () => {
    const { calls } = await use(writeCursor([{ S: 'zzz' }], ['todo', 'todo|collection|', undefined, false, []]));
    expect(calls[0].input).toMatchObject({ ExclusiveStartKey: { _scope: { S: 'todo|collection|' } }, ExpressionAttributeValues: { ':0': { S: 'todo|collection|' } } });
  });
});
