import { ID, openFunction, REQUEST_ID } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { STANDARD_OPERATIONS } from '../../src/model';
import { HttpEvent } from '../../src/runtime/request/http-event';

const FOUND = { Item: { _scope: { S: 's' }, id: { S: ID }, title: { S: 'x' } } };
const API_ROUTES = ['GET /todos', 'POST /todos', 'PATCH /todos/{id}', 'GET /users/{userId}'].join('\n');

/** A request that no route of an HTTP API takes. */
const catchAll = (stage = '$default'): Partial<HttpEvent> => ({
  routeKey: '$default',
  requestContext: { requestId: REQUEST_ID, stage, domainName: 'abc.execute-api.eu-west-1.amazonaws.com', http: { method: '' } },
});
const withMethod = (event: Partial<HttpEvent>, method: string): Partial<HttpEvent> =>
  ({ ...event, requestContext: { ...event.requestContext!, http: { method } } });

test.each<[string, string, string, number, string | undefined]>([
  ['another path', 'GET', '/other', 404, undefined],
  ['a trailing slash', 'GET', '/todos/', 404, undefined],
  ['a double slash', 'GET', '//todos', 404, undefined],
  ['another method', 'PATCH', '/todos', 405, 'GET, HEAD, OPTIONS, POST'],
  ['another method of an item', 'POST', `/todos/${ID}`, 405, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'],
  ['an unknown method', 'PROPFIND', '/todos', 405, 'GET, HEAD, OPTIONS, POST'],
])('%s: %s %s is %i, without a call', async (_, method, path, status, allow) => {
  const { calls, request } = openFunction();
  const answer = await request(method, path);
  expect(answer).toMatchObject({ statusCode: status, headers: { 'Content-Type': 'application/problem+json', 'X-Content-Type-Options': 'nosniff' } });
  expect(answer.headers.Allow).toBe(allow);
  expect(calls).toEqual([]);
});

test.each([
  ['GET', '/prod/todos', 404], // the catch-all never leads to an operation: it has no authorizer
  ['PUT', '/prod/todos', 405],
  ['PUT', '/prod/users/1', 405],
  ['GET', '/prod/nothing', 404],
])('behind the catch-all of a shared API, %s %s is %i', async (method, path, status) => {
  const { calls, request } = openFunction([FOUND], { apiRoutes: API_ROUTES });
  expect((await request(method, path, { event: withMethod(catchAll('prod'), method) })).statusCode).toBe(status);
  expect(calls).toEqual([]);
});

test('OPTIONS that is no preflight names the methods', async () => {
  const { request } = openFunction();
  expect(await request('OPTIONS', '/todos')).toMatchObject({ statusCode: 204, headers: { Allow: 'GET, HEAD, OPTIONS, POST' } });
});

test('HEAD is answered as GET, without a body', async () => {
  const { request } = openFunction([FOUND]);
  const [get, head] = [await request('GET', `/todos/${ID}`), await request('HEAD', `/todos/${ID}`)];
  expect(head).toEqual({ statusCode: 200, headers: get.headers, json: undefined });
});

test.each(['GET /todos/{id}', 'ANY /todos/{id}'])('the route of an HTTP API counts, with its decoded parameters: %s', async (routeKey) => {
  const { calls, request } = openFunction([FOUND]);
  const event = { routeKey, pathParameters: { id: ID } };
  expect((await request('GET', `/prod/todos/${ID}`, { event })).statusCode).toBe(200);
  expect(calls[0].input.Key).toMatchObject({ id: { S: ID } });
});

test.each([
  ['one route for each method', { routeKey: 'PUT /todos/{id}', pathParameters: { id: 'count' } }],
  ['one for any method of a path', { routeKey: 'ANY /todos/count', pathParameters: {} }],
])('a chosen id that is a literal segment is 400 with %s', async (_, event) => {
  const model = todoModel({ entity: { itemId: 'clientChosen' }, operations: [...STANDARD_OPERATIONS, 'count'] });
  const { calls, request } = openFunction([{}], { model });
  const { json } = await request('PUT', '/prod/todos/count', { body: { title: 'x' }, event });
  expect([json, calls]).toMatchObject([{ status: 400, errors: [{ pointer: '/id' }] }, []]);
});

test.each(['1', 'a/b', 'todos/batch'])('an ANY route answers another method itself, whatever the id is decoded: %s', async (id) => {
  const { calls, request } = openFunction([{}], { model: todoModel({ operations: [...STANDARD_OPERATIONS, 'batch'] }) });
  const answer = await request('POST', `/todos/${id}`, { body: { actions: [] }, event: { routeKey: 'ANY /todos/{id}', pathParameters: { id } } });
  expect([answer.statusCode, answer.headers.Allow, calls]).toEqual([405, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT', []]);
});

test.each([
  ['/todos', 'POST /todos', '/todos/'],
  ['/prod/todos', 'POST /todos', '/prod/todos/'],
  ['/base/v1/todos', 'POST /todos', '/base/v1/todos/'],
])('Location of a create at %s has stage and base path', async (path, routeKey, location) => {
  const { request } = openFunction();
  const answer = await request('POST', path, { body: { title: 'x' }, event: { routeKey } });
  expect(answer.headers.Location).toBe(location + ID);
});

test('Location and Link use the public address where there is one, and never what a client says', async () => {
  const { request } = openFunction([{}], { model: todoModel({ response: { publicUrl: 'https://example.com/api' } }) });
  const headers = { 'host': 'evil.example', 'x-forwarded-host': 'evil.example' };
  expect((await request('POST', '/todos', { body: { title: 'x' }, headers })).headers.Location).toBe(`https://example.com/api/todos/${ID}`);
});

test.each([
  'nonsense', '..', '%2e%2e', '%2F', '%252F', '%E0%A4%A', ID.toUpperCase(), ID.replace('-7', '-4'), 'x'.repeat(4096), `${ID}%00`,
])('an id that no item can have is not found, without a call: %s', async (id) => {
  const { calls, request } = openFunction();
  expect((await request('GET', `/todos/${id}`)).json).toMatchObject({ status: 404, code: 'not-found' });
  expect(calls).toEqual([]);
});

test('a REST API event is the same request', async () => {
  const { calls, request } = openFunction([{ Attributes: FOUND.Item }]);
  const event = {
    httpMethod: 'PATCH',
    resource: '/todos/{id}',
    path: `/todos/${ID}`,
    multiValueHeaders: { 'Content-Type': ['application/merge-patch+json'], 'If-Match': ['"1--00000000"', '"2--00000000"'] },
    multiValueQueryStringParameters: null,
    pathParameters: { id: ID },
    body: '{"title":"x"}',
    isBase64Encoded: false,
    requestContext: { requestId: REQUEST_ID, path: `/prod/todos/${ID}`, stage: 'prod', authorizer: null },
  };
  const answer = await request('', '', { event: event as object });
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'X-Request-Id': REQUEST_ID } });
  expect(calls[0].input.ConditionExpression).toContain('(#version = :7 OR #version = :8)');
});

test('repeated parameters of a REST API are seen', async () => {
  const { request } = openFunction();
  const event = {
    httpMethod: 'GET',
    resource: '/todos',
    multiValueHeaders: {},
    multiValueQueryStringParameters: { 'limit': ['1', '2'], 'a&b': ['\ud800'] },
    pathParameters: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { requestId: REQUEST_ID, path: '/prod/todos', authorizer: { claims: {} } },
  };
  expect((await request('', '', { event: event as object })).json.errors).toEqual([{ parameter: 'limit', code: 'repeated', detail: 'must not be repeated' }]);
});
