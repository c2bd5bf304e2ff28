import { todos } from '../fixture/entities';
import { CaseFile } from '../harness/case';
import { absent, including, listOf, matching } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, options } from '../harness/requests';

const EXPOSED = listOf('ETag', 'Location', 'Link', 'Retry-After', 'Preference-Applied', 'Idempotency-Replayed', 'X-Request-Id');
const REQUESTED = { 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'content-type,if-match' };

const preflight = {
  status: 204,
  headers: {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': listOf('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'),
    'Access-Control-Allow-Headers': listOf('Authorization', 'Content-Type', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'Prefer'),
    'Access-Control-Max-Age': matching(/^\d+$/),
    'Access-Control-Allow-Credentials': absent,
  },
  calls: [],
};

export const cors: CaseFile = {
  topic: 'CORS',
  cases: [
    { name: 'a preflight of the collection is answered by the host', request: options('/todos', REQUESTED), ...preflight },
    { name: 'a preflight of an item is answered by the host', request: options('/todos/x', REQUESTED), ...preflight },
    { name: 'a preflight of another path tells nothing about it', wholeHost: true, request: options('/nothing', REQUESTED), ...preflight },
    {
      name: 'a page of any origin may read an answer and its headers',
      request: get('/todos?limit=1'),
      status: 200,
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED },
      body: including({}),
      calls: [todos.query({ Limit: 1 })],
    },
    {
      name: 'a page may read an error too',
      request: get('/todos?limit=0'),
      ...refused(400, 'invalid-parameter'),
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED },
    },
    {
      name: 'the origin null is an origin like any other',
      request: get('/todos?limit=1', { Origin: 'null' }),
      status: 200,
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': absent },
      body: including({}),
      calls: [todos.query({ Limit: 1 })],
    },
    {
      name: 'a request without an origin is answered alike',
      request: get('/todos?limit=1', { Origin: undefined }),
      status: 200,
      body: including({}),
      calls: [todos.query({ Limit: 1 })],
    },
  ],
};
