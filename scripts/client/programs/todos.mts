// A client of the todos example, typed by its OpenAPI document: `API_URL=http://127.0.0.1:3000 node todos.mjs`.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './todos-api.js';
import { commaSeparated, printed } from './calls.mjs';

type Todo = components['schemas']['Todo'];
type TodoInput = components['schemas']['TodoInput'];
type TodoPatch = components['schemas']['TodoPatch'];

const api = createClient<paths>({ baseUrl: process.env.API_URL!, querySerializer: commaSeparated });
api.use(printed);

/** What is new, with its tag. */
async function create(title: string): Promise<{ todo: Todo; etag: string }> {
  const { data: todo, response } = await api.POST('/todos', { body: { title, priority: 2, tags: ['shop'] } });
  assert.ok(todo);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('location'), `/todos/${todo.id}`);
  return { todo, etag: response.headers.get('etag')! };
}

async function readAndWrite(): Promise<void> {
  const { todo, etag } = await create('Buy milk');
  const path = { id: todo.id };

  const read = await api.GET('/todos/{id}', { params: { path } });
  assert.deepEqual(read.data, todo);
  const unchanged = await api.GET('/todos/{id}', { params: { path, header: { 'If-None-Match': etag } } });
  assert.equal(unchanged.response.status, 304);
  const partial = await api.GET('/todos/{id}', { params: { path, query: { fields: ['title', 'version'] } } });
  assert.deepEqual(partial.data, { title: 'Buy milk', version: 1 });
  const head = await api.HEAD('/todos/{id}', { params: { path } });
  assert.equal(head.response.headers.get('etag'), etag);

  const changed = await api.PATCH('/todos/{id}', { params: { path, header: { 'If-Match': etag } }, body: { completed: true, priority: null } });
  assert.equal(changed.data?.completed, true);
  assert.equal(changed.data.priority, undefined);
  const quiet = await api.PATCH('/todos/{id}', { params: { path, header: { Prefer: 'return=minimal' } }, body: { completed: false } });
  assert.deepEqual([quiet.response.status, quiet.data], [204, undefined]);

  // an item goes back as it came: what the server sets is ignored
  const replaced = await api.PUT('/todos/{id}', { params: { path }, body: { ...todo, title: 'Buy bread' } });
  assert.equal(replaced.data?.title, 'Buy bread');
  assert.equal(replaced.data.createdAt, todo.createdAt);

  const deleted = await api.DELETE('/todos/{id}', { params: { path } });
  assert.equal(deleted.response.status, 204);
  const gone = await api.GET('/todos/{id}', { params: { path } });
  assert.ok(gone.error && 'code' in gone.error);
  assert.equal(gone.error.code, 'not-found');
}

async function problems(): Promise<void> {
  const { todo, etag } = await create('Contended');
  const params = { path: { id: todo.id }, header: { 'If-Match': etag } };
  await api.PATCH('/todos/{id}', { params, body: { priority: 1 } });
  const late = await api.PATCH('/todos/{id}', { params, body: { priority: 5 } });
  assert.ok(late.error && 'code' in late.error);
  assert.equal(late.error.code, 'version-mismatch');
  assert.equal(late.error.status, 412);
  assert.notEqual(late.response.headers.get('etag'), etag);
  // @ts-expect-error an update has no such code
  assert.notEqual(late.error.code === 'already-exists', true);

  const wrong = await api.POST('/todos', { body: { title: '', priority: 9 } });
  assert.ok(wrong.error && 'errors' in wrong.error);
  assert.equal(wrong.error.code, 'validation-failed');
  assert.deepEqual(wrong.error.errors?.map(({ pointer, code }) => [pointer, code]), [['/title', 'minLength'], ['/priority', 'maximum']]);
}

/** Until no `nextCursor` is left, which is the end. */
async function titles(limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { data } = await api.GET('/todos', { params: { query: { limit, cursor, completed: false, order: 'desc' } } });
    assert.ok(data);
    pages.push(data.items.map(({ title }) => title));
    cursor = data.nextCursor;
  } while (cursor !== undefined);
  return pages;
}

async function paging(): Promise<void> {
  for (const title of ['first', 'second', 'third']) await create(title);
  assert.deepEqual((await titles(2)).flat().slice(0, 3), ['third', 'second', 'first']);
  const head = await api.HEAD('/todos', { params: { query: { limit: 1 } } });
  assert.match(head.response.headers.get('link')!, /rel="next"/);
  const nonsense = await api.GET('/todos', { params: { query: { cursor: 'nonsense' } } });
  assert.ok(nonsense.error && 'code' in nonsense.error);
  assert.equal(nonsense.error.code, 'invalid-cursor');
}

/** Nothing of this compiles; never called. */
export const mistakes = [
  // @ts-expect-error a field that todos do not have
  (): TodoInput => ({ title: 'a', colour: 'red' }),
  // @ts-expect-error a field that a patch of todos does not have
  (): TodoPatch => ({ colour: 'red' }),
  // @ts-expect-error a required field is missing
  () => api.POST('/todos', { body: { priority: 1 } }),
  // @ts-expect-error a field of another type
  () => api.POST('/todos', { body: { title: 5 } }),
  // @ts-expect-error no body
  () => api.POST('/todos', {}),
  // @ts-expect-error null removes, and a title is required
  () => api.PATCH('/todos/{id}', { params: { path: { id: '' } }, body: { title: null } }),
  // @ts-expect-error a parameter that lists do not have
  () => api.GET('/todos', { params: { query: { colour: 'red' } } }),
  // @ts-expect-error a parameter of another type
  () => api.GET('/todos', { params: { query: { limit: 'many' } } }),
  // @ts-expect-error a value that order does not have
  () => api.GET('/todos', { params: { query: { order: 'up' } } }),
  // @ts-expect-error a member that todos do not have
  () => api.GET('/todos', { params: { query: { fields: ['colour'] } } }),
  // @ts-expect-error no id
  () => api.GET('/todos/{id}', {}),
  // @ts-expect-error a header of a write
  () => api.GET('/todos', { params: { header: { 'If-Match': '*' } } }),
  // @ts-expect-error a method that the collection does not have
  () => api.DELETE('/todos'),
  // @ts-expect-error a path that the API does not have
  () => api.GET('/notes'),
  // @ts-expect-error a member that todos do not have
  (todo: Todo) => todo.colour,
  // @ts-expect-error what the server sets
  (todo: Todo) => { todo.version = 2; },
];

await readAndWrite();
await problems();
await paging();
