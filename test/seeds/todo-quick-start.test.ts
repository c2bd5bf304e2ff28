import { TodoListStack } from './apps/five-functions';
import { CREATED, UPDATED, answer, problem, seed, unlabelled } from './support/seed';

/*
 * A todo list of five Python functions, a quick start of the Serverless Framework.
 * Differs: its API is a REST API; the stage and the paths are the same here, on an HTTP API.
 */
const curl = seed(TodoListStack);

interface Todo {
  readonly id: string;
}

test('the documented requests, in order', async () => {
  // was the item's JSON in a JSON string, with times as texts of seconds: JSON once, and instants
  const created = await curl<Todo>('POST /dev/v1/todo', unlabelled('{ "task": "Work on food" }'));
  expect(created).toEqual(answer(201, { ...CREATED, task: 'Work on food', checked: false }));
  const todo = created.body;
  expect(created.headers.location).toBe(`/dev/v1/todo/${todo.id}`);

  expect(await curl('GET /dev/v1/todo')).toEqual(answer(200, [todo]));

  expect(await curl(`GET /dev/v1/todo/${todo.id}`)).toEqual(answer(200, { todo }));

  // was a number in updatedAt, where a create had written a text: one form
  const updated = await curl(`PUT /dev/v1/todo/${todo.id}`, unlabelled('{ "task": "Learn serverless", "checked": true }'));
  expect(updated).toEqual(answer(200, { ...todo, ...UPDATED, task: 'Learn serverless', checked: true }));

  // was 200 with DynamoDB's own answer, its request id and headers: nothing is left to show
  expect(await curl(`DELETE /dev/v1/todo/${todo.id}`)).toEqual(answer(204));
});

test('an update creates no half item', async () => {
  // was 200 and a todo without createdAt, as in the documented list: there is nothing to update
  const missing = '/dev/v1/todo/01890a5d-ac96-774b-bcce-b302099a8057';
  expect(await curl(`PUT ${missing}`, unlabelled('{ "task": "Go on a run", "checked": true }'))).toEqual(problem(404, 'not-found'));
  expect(await curl(`DELETE ${missing}`)).toEqual(problem(404, 'not-found'));
  expect(await curl('GET /dev/v1/todo')).toEqual(answer(200, []));
});

test('a list tells that there is more', async () => {
  for (const task of ['first', 'second', 'third']) await curl('POST /dev/v1/todo', unlabelled(JSON.stringify({ task })));
  // was one page of a scan, the rest dropped without a word: a bare array has its next page in Link (RFC 8288)
  const page = await curl('GET /dev/v1/todo?limit=2');
  expect(page.body).toEqual([expect.objectContaining({ task: 'first' }), expect.objectContaining({ task: 'second' })]);
  const [, next] = /^<(.+)>; rel="next"$/.exec(String(page.headers.link))!;
  const last = await curl(`GET ${next}`);
  expect(last.body).toEqual([expect.objectContaining({ task: 'third' })]);
  expect(last.headers.link).toBeUndefined();
});
