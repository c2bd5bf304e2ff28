import { UserStack } from './apps/two-functions-in-a-template';
import { CREATED, answer, json, problem, seed } from './support/seed';

/*
 * User management of two functions in one template: a user can be created and deleted, nothing else.
 * Differs: its API is a REST API with detailed metrics of its methods; stage and paths are the same here, on an HTTP API.
 */
const curl = seed(UserStack);

interface User {
  readonly id: string;
}

test('the documented requests, in order', async () => {
  const created = await curl<User>('POST /api-demo/v1/users', json({ firstName: 'John', lastName: 'Doe' }));
  expect(created).toEqual(answer(201, { ...CREATED, firstName: 'John', lastName: 'Doe' }));

  expect(await curl(`DELETE /api-demo/v1/users/${created.body.id}`)).toEqual(answer(200));
});

test('a user without a last name is refused', async () => {
  // was 400 and "Invalid input": the same status, and which member is missing
  const refused = await curl('POST /api-demo/v1/users', json({ firstName: 'John' }));
  expect(refused).toEqual(problem(400, 'validation-failed'));
  expect(refused.body).toMatchObject({ errors: [{ pointer: '/lastName' }] });
});

test('a request without a body is refused', async () => {
  // was a crash in json.loads, which the gateway answered as 502
  expect(await curl('POST /api-demo/v1/users', { headers: { 'Content-Type': 'application/json' } })).toEqual(problem(400, 'malformed-json'));
});

test('a user that is not there is not found', async () => {
  // was 200: a delete of anything succeeded
  expect(await curl('DELETE /api-demo/v1/users/01890a5d-ac96-774b-bcce-b302099a8057')).toEqual(problem(404, 'not-found'));
});

test('there is no other route', async () => {
  // was 403 and "Missing Authentication Token", REST API's answer to a route that it does not know
  expect(await curl('GET /api-demo/v1/users')).toEqual(problem(405, 'method-not-allowed'));
  expect(await curl('GET /api-demo/v1/accounts')).toEqual(problem(404, 'not-found'));
});
