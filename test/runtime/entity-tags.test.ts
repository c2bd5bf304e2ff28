import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { STANDARD_OPERATIONS } from '../../src/model';

const MAKE = {
  'a create': ['POST', '/todos', { id: 'mine', title: 'again' }],
  'a PUT': ['PUT', '/todos/mine', { title: 'again' }],
} as const;

let table: TestTable;
let path: string;
let tag: string;
beforeEach(async () => {
  table = await openTable(todoModel({ entity: { itemId: 'clientChosen' }, operations: [...STANDARD_OPERATIONS, 'upsert'] }));
  const made = await table.request('POST', '/todos', { body: { id: 'mine', title: 'first' } });
  path = '/todos/mine';
  tag = made.headers.ETag;
});
afterEach(() => table.close());

const statusWith = async (ifMatch: string) => (await table.request('PATCH', path, { body: { title: 'x' }, headers: { 'if-match': ifMatch } })).statusCode;

describe.each(Object.entries(MAKE))('an item that %s makes in the place of another, in the same millisecond', (_title, [method, collection, body]) => {
  let again: string;
  beforeEach(async () => {
    await table.request('DELETE', path);
    const answer = await table.request(method, collection, { body });
    expect(answer).toMatchObject({ statusCode: 201, json: { version: 1, createdAt: '2024-01-01T00:00:00.000Z' } });
    again = answer.headers.ETag;
  });

  test('has tags of its own', async () => {
    expect(again).not.toBe(tag);
    expect(again.split('-')[1]).toBe(tag.split('-')[1]);
    expect([await statusWith(tag), await statusWith(again)]).toEqual([412, 200]);
  });

  test('is not what a client has of the other one', async () => {
    expect((await table.request('GET', path, { headers: { 'if-none-match': tag } })).statusCode).toBe(200);
    expect((await table.request('GET', path, { headers: { 'if-none-match': again } })).statusCode).toBe(304);
  });
});

test('the tag stays the same item\'s, through patches and replacements', async () => {
  const life = (etag: string) => etag.split('-').slice(1).join('-');
  const patched = await table.request('PATCH', path, { body: { title: 'b' } });
  const replaced = await table.request('PUT', path, { body: { title: 'c' }, headers: { 'if-match': patched.headers.ETag } });
  expect([patched, replaced].map(({ headers }) => life(headers.ETag))).toEqual([life(tag), life(tag)]);
  expect(replaced.headers.ETag).toMatch(/^"3-/);
});
