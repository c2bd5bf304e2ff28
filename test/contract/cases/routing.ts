import { todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { listOf } from '../harness/matchers';
import { problem, refused } from '../harness/problems';
import { get, head, HttpRequestSpec, post, put, remove, send } from '../harness/requests';

const ON_COLLECTION = listOf('GET', 'HEAD', 'OPTIONS', 'POST');
const ON_ITEM = listOf('DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'PUT');
const ITEM = '/todos/01890000-0000-7000-8000-000000000000';

/** What any server in front lets through. */
const STANDARD_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

const unknownPaths = ['/', '/nothing', '/Todos', '/todo', '/todos/', '//todos', '/todos//', `${ITEM}/`, `${ITEM}/children`, '/todos/a/b/c', '/todos;v=1', '/%74odos/'];

const wrongMethods: [HttpRequestSpec, Case['headers']][] = [
  [put('/todos', { title: 'a' }), { Allow: ON_COLLECTION }],
  [send('PATCH', '/todos', '{}', { 'Content-Type': 'application/merge-patch+json' }), { Allow: ON_COLLECTION }],
  [remove('/todos'), { Allow: ON_COLLECTION }],
  [post(ITEM, { title: 'a' }), { Allow: ON_ITEM }],
  [send('PROPFIND', '/todos', ''), { Allow: ON_COLLECTION }],
  [send('PURGE', ITEM, ''), { Allow: ON_ITEM }],
];

export const routing: CaseFile = {
  topic: 'routing',
  cases: [
    ...unknownPaths.map((path): Case => ({
      name: `GET ${path} is 404`,
      ...(!path.startsWith('/todos/') && { wholeHost: true }),
      request: get(path),
      ...refused(404, 'not-found'),
    })),
    { name: 'POST of an unknown path is 404', wholeHost: true, request: post('/nothing', { title: 'a' }), ...refused(404, 'not-found') },
    { name: 'HEAD of an unknown path is 404 without a body', wholeHost: true, request: head('/nothing'), status: 404, calls: [] },
    { name: 'an unknown path is 404 before its method is judged', wholeHost: true, request: send('PURGE', '/nothing', ''), ...refused(404, 'not-found') },
    ...wrongMethods.map(([request, headers]): Case => ({
      name: `${request.method} ${request.path} is 405 and names what is allowed`,
      ...(!STANDARD_METHODS.includes(request.method) && { wholeHost: true }),
      request,
      headers,
      ...refused(405, 'method-not-allowed'),
    })),
    {
      name: 'a wrong method is judged before the body',
      request: send('PUT', '/todos', '{', { 'Content-Type': 'text/plain' }),
      status: 405,
      body: problem(405, 'method-not-allowed'),
      calls: [],
    },
    {
      name: 'the query is no part of the path',
      request: get('/todos?limit=1&fields'),
      ...refused(400, 'invalid-parameter', [{ parameter: 'fields' }]),
    },
    {
      name: 'a body with GET is not looked at',
      request: send('GET', ITEM, '{', { 'Content-Type': 'application/json' }),
      ...{ status: 404, body: problem(404, 'not-found'), calls: [todos.getItem(ITEM.slice('/todos/'.length))] },
    },
  ],
};
