import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { CursorGround, PagedList, withCursors } from './cursor-lists';
import { Property, Tally } from './property';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CHECKSUM_LETTERS = 12;

const letters = (least: number, most: number) => fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: least, maxLength: most });
const position = fc.nat();

/** What a cursor can be turned into, by the kind of edit; the same cursor where an edit has nothing to do. */
type Edit = (cursor: string) => string;
const edits: { readonly [kind: string]: fc.Arbitrary<Edit> } = {
  'flipped': fc.tuple(position, fc.integer({ min: 1, max: 63 })).map(([at, step]) => (cursor) => flipped(cursor, at % cursor.length, step)),
  'cut': fc.tuple(position, fc.boolean()).map(([at, atEnd]) => (cursor) => (atEnd ? cursor.slice(0, at % cursor.length) : cursor.slice(1 + at % cursor.length))),
  'extended': fc.tuple(position, letters(1, 8)).map(([at, more]) => (cursor) => cursor.slice(0, at % (cursor.length + 1)) + more + cursor.slice(at % (cursor.length + 1))),
  'of another length': letters(0, 400).map((text) => () => text),
  'not canonical': fc.constantFrom<Edit>(
    (cursor) => `${cursor}=`, (cursor) => `${cursor}==`, (cursor) => `${cursor}\n`, (cursor) => ` ${cursor}`,
    (cursor) => cursor.replaceAll('-', '+').replaceAll('_', '/'), withOtherUnusedBits, (cursor) => `${cursor.slice(0, 4)}.${cursor.slice(4)}`,
  ),
  'with its letters moved': fc.tuple(position, position).map(([a, b]) => (cursor) => swapped(cursor, a % cursor.length, b % cursor.length)),
};

function flipped(cursor: string, at: number, step: number): string {
  return cursor.slice(0, at) + ALPHABET[(ALPHABET.indexOf(cursor[at]) + step) % ALPHABET.length] + cursor.slice(at + 1);
}

function swapped(cursor: string, a: number, b: number): string {
  const text = [...cursor];
  [text[a], text[b]] = [text[b], text[a]];
  return text.join('');
}

/** The last letter has bits that stand for no byte. */
function withOtherUnusedBits(cursor: string): string {
  return cursor.length % 4 === 0 ? cursor : cursor.slice(0, -1) + ALPHABET[ALPHABET.indexOf(cursor.at(-1)!) ^ 1];
}

async function isRefused({ api, caller, query }: PagedList, cursor: string): Promise<void> {
  api.table.actions();
  const { statusCode, json } = await api.ask('GET', '/todos', { query: `limit=1${query}&cursor=${encodeURIComponent(cursor)}`, claims: { sub: caller } });
  deepStrictEqual({ statusCode, code: json.code, calls: api.table.actions() }, { statusCode: 400, code: 'invalid-cursor', calls: [] }, `accepted: ${cursor}`);
}

/** Every position, in one cursor of each list. */
async function eachPosition({ lists }: CursorGround, count: number, tally: Tally): Promise<void> {
  for (const list of lists) {
    const [cursor] = list.cursors;
    for (let at = 0; at < cursor.length && tally.total < count; at++) {
      await isRefused(list, flipped(cursor, at, 1 + at % 63));
      tally.add('flipped');
    }
  }
}

const choice = fc.record({
  list: position,
  other: position,
  cursor: position,
  edit: fc.constantFrom(...Object.keys(edits)).chain((kind) => edits[kind].map((change) => ({ kind, change }))),
  kind: fc.constantFrom('edited', 'edited', 'edited', 'of another list', 'with the checksum of another'),
});

type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

async function edited({ lists }: CursorGround, tally: Tally, { list, other, cursor, edit, kind }: Choice): Promise<void> {
  const one = lists[list % lists.length];
  const another = lists[other % lists.length];
  const original = one.cursors[cursor % one.cursors.length];
  const foreign = another.cursors[cursor % another.cursors.length];
  const text = {
    'edited': edit.change(original),
    'of another list': foreign,
    'with the checksum of another': foreign.slice(0, CHECKSUM_LETTERS) + original.slice(CHECKSUM_LETTERS),
  }[kind];
  // what happens to be right, and the shared lists of a collection
  if (one.cursors.includes(text) || (kind !== 'edited' && JSON.stringify(one.context) === JSON.stringify(another.context))) return;
  await isRefused(one, text);
  tally.add(kind === 'edited' ? edit.kind : kind);
}

export const editedCursors: Property = {
  name: 'an edited cursor is refused before any call',
  few: 600,
  check: (count, seed) => withCursors(async (ground) => {
    const tally = new Tally();
    await eachPosition(ground, count / 2, tally);
    await fc.assert(fc.asyncProperty(choice, async (one) => {
      if (tally.total < count) await edited(ground, tally, one);
    }), { numRuns: 2 * count, seed });
    return `${tally.total} refused with 400, 0 accepted: ${tally}`;
  }),
};
