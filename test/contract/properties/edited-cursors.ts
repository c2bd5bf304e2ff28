import * as fc from 'fast-check';
import { runs } from './runs';
import { clientOf, Item } from '../harness/client';
import { get, post } from '../harness/requests';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function editedCursors(baseUrl: () => string): void {
  let client: ReturnType<typeof clientOf>;
  let cursor: string;
  let items: Item[];
  beforeAll(async () => {
    client = clientOf(baseUrl());
    items = [];
    for (const title of ['a', 'b', 'c']) items.push((await client.succeed(post('/todos', { title }))).json as Item);
    cursor = (await client.succeed(get('/todos?limit=1'))).json.nextCursor as string;
  });

  const accepts = async (text: string) => {
    const { status, json } = await client.ask(get(`/todos?limit=1&cursor=${encodeURIComponent(text)}`));
    expect([200, 400]).toContain(status);
    if (status === 400) expect(json.code).toBe('invalid-cursor');
    return status === 200;
  };

  test('the cursor itself leads to the next page', async () => {
    expect((await client.succeed(get(`/todos?limit=1&cursor=${cursor}`))).json.items).toEqual([items[1]]);
  });

  test('a cursor tells neither the partition nor the table', () => {
    const content = Buffer.from(cursor, 'base64url').toString('latin1');
    expect(content).not.toMatch(/_scope|collection|todo/i);
  });

  test('a letter changed at any position is noticed', async () => {
    for (let position = 0; position < cursor.length; position++) {
      const before = ALPHABET.indexOf(cursor[position]);
      for (const step of [1, 2, 32]) {
        const edited = cursor.slice(0, position) + ALPHABET[(before + step) % 64] + cursor.slice(position + 1);
        expect({ edited, accepted: await accepts(edited) }).toEqual({ edited, accepted: false });
      }
    }
  });

  test('a cursor cut at any position is noticed', async () => {
    for (let length = 1; length < cursor.length; length++) expect(await accepts(cursor.slice(0, length))).toBe(false);
  });

  test('any other text is no cursor', async () => {
    const texts = fc.oneof(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.base64String({ minLength: 4, maxLength: 200 }),
      fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(...ALPHABET) }))
        .map(([position, inserted]) => cursor.slice(0, position % cursor.length) + inserted + cursor.slice(position % cursor.length)),
    ).filter((text) => text !== cursor);
    await fc.assert(fc.asyncProperty(texts, async (text) => {
      expect(await accepts(text)).toBe(false);
    }), { numRuns: runs(100) });
  });
}
