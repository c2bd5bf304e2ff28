import { TodosAndCustomersStack } from './apps/one-function-with-a-page';
import { CREATED, UPDATED, answer, json, problem, seed } from './support/seed';

/*
 * A step-by-step guide: one Python function for todos, with a page that calls it, and customer records as the other example.
 * Differs: its API is a REST API, here an HTTP API with the same stage and paths. API keys, Cognito, request validation by the
 * gateway and alarms are parts of the guide without a request of their own. Least privilege and validation, its advice, come unasked.
 */
const curl = seed(TodosAndCustomersStack);

interface Todo {
  readonly id: string;
}

const MISSING = '/prod/todos/01890a5d-ac96-774b-bcce-b302099a8057';
const aws = { title: 'Learn AWS', description: 'Complete the serverless API project', completed: false };

test('the documented requests, in order', async () => {
  const created = await curl<Todo>('POST /prod/todos', json(aws));
  expect(created).toEqual(answer(201, { ...CREATED, ...aws }));
  const todo = created.body;

  expect(await curl('GET /prod/todos')).toEqual(answer(200, { items: [todo], count: 1 }));

  expect(await curl(`GET /prod/todos/${todo.id}`)).toEqual(answer(200, todo));

  const updated = await curl(`PUT /prod/todos/${todo.id}`, json({ title: 'Learn AWS - Updated', completed: true }));
  expect(updated).toEqual(answer(200, { ...todo, ...UPDATED, title: 'Learn AWS - Updated', completed: true }));

  // was 200 with a message for people: the status says it
  expect(await curl(`DELETE /prod/todos/${todo.id}`)).toEqual(answer(200));
});

test('the page\'s requests, from another origin', async () => {
  const headers = { 'Origin': 'https://site.example.com', 'Content-Type': 'application/json' };
  // was 200 from the function, which a browser takes as well as the gateway's own 204
  const preflight = await curl('OPTIONS /prod/todos/1', {
    headers: { 'Origin': headers.Origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'content-type' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers['access-control-allow-origin']).toBe('*');
  expect(preflight.headers['access-control-allow-methods']).toContain('PUT');

  const { body: todo, headers: shared } = await curl<Todo>('POST /prod/todos', { headers, data: JSON.stringify({ ...aws, description: '' }) });
  expect(shared['access-control-allow-origin']).toBe('*');

  // was 500: without a title the function passed None for the attribute names, which the SDK refuses, so the page's button never worked
  const toggled = await curl(`PUT /prod/todos/${todo.id}`, { headers, data: JSON.stringify({ completed: true }) });
  expect(toggled).toEqual(answer(200, { ...todo, ...UPDATED, completed: true }));

  expect(await curl(`DELETE /prod/todos/${todo.id}`, { headers: { Origin: headers.Origin } })).toEqual(answer(200));
});

test.each([
  ['GET', undefined],
  ['PUT', json({ title: 'Learn AWS - Updated' })],
  ['DELETE', undefined],
])('a %s of a todo that is not there is not found', async (method, parts) => {
  // was 404 too, by a read before each write: a todo deleted in between came back from an update, without its createdAt
  expect(await curl(`${method} ${MISSING}`, parts)).toEqual(problem(404, 'not-found'));
});

test('a body that is not JSON is refused', async () => {
  // was 500: the parser's failure passed for the server's
  expect(await curl('POST /prod/todos', { ...json({}), data: '{"title": ' })).toEqual(problem(400, 'malformed-json'));
});

test('a list tells that there is more', async () => {
  for (const title of ['first', 'second', 'third']) await curl('POST /prod/todos', json({ title }));
  // was one page of a scan, its length passed off as the count of all: count is that of the page, nextCursor says whether it is the last
  const page = await curl<{ readonly nextCursor: string }>('GET /prod/todos?limit=2');
  expect(page.body).toMatchObject({ items: [{ title: 'first', description: '' }, { title: 'second' }], count: 2 });
  const last = await curl(`GET /prod/todos?limit=2&cursor=${page.body.nextCursor}`);
  expect(last).toEqual(answer(200, { items: [expect.objectContaining({ title: 'third' })], count: 1 }));
});

test('customer records are the same with other fields', async () => {
  const john = { firstName: 'John', lastName: 'Doe', email: 'john.doe@example.com', phone: '+1234567890', address: '123 Main St, City, State' };
  const created = await curl('POST /prod/customers', json(john));
  expect(created).toEqual(answer(201, { ...CREATED, ...john }));
  expect(await curl('GET /prod/customers')).toEqual(answer(200, { items: [created.body], count: 1 }));
});
