import { CaseFile } from '../harness/case';
import { aText, inAnyOrder, listOf, matching } from '../harness/matchers';
import { get, head, post, remove } from '../harness/requests';

const json = { 'Content-Type': matching(/^application\/problem\+json\b/) };

export const problemDetails: CaseFile = {
  topic: 'problem details',
  cases: [
    {
      name: 'an error tells its kind, place and request, and nothing of the inside',
      request: get('/todos/nothing'),
      as: 'problem',
      status: 404,
      headers: { ...json, 'X-Request-Id': '{problem.requestId}', 'X-Content-Type-Options': 'nosniff' },
      body: {
        type: matching(/^(about:blank|https?:\/\/\S+|\/\S*|urn:\S+)$/),
        title: aText,
        status: 404,
        detail: aText,
        instance: aText,
        code: 'not-found',
        requestId: aText,
      },
      calls: [],
    },
    {
      name: 'each error of a body names its place by a JSON Pointer, its rule and a sentence without a final period',
      request: post('/todos', { title: '', priority: 9 }),
      status: 400,
      headers: json,
      body: {
        type: aText,
        title: aText,
        status: 400,
        detail: aText,
        instance: aText,
        code: 'validation-failed',
        requestId: aText,
        errors: inAnyOrder(
          { pointer: '/title', code: 'minLength', detail: matching(/[^.]$/) },
          { pointer: '/priority', code: 'maximum', detail: matching(/\b5\b/) },
        ),
      },
      calls: [],
    },
    {
      name: 'HEAD has the status and headers of the error alone',
      request: head('/todos?limit=0'),
      status: 400,
      headers: { ...json, 'X-Request-Id': aText },
      calls: [],
    },
    {
      name: '405 names the methods that the path has',
      request: remove('/todos'),
      status: 405,
      headers: { ...json, Allow: listOf('GET', 'HEAD', 'OPTIONS', 'POST') },
      body: { type: aText, title: aText, status: 405, detail: aText, instance: aText, code: 'method-not-allowed', requestId: aText },
      calls: [],
    },
    {
      name: 'an Accept for something else does not hide an error',
      request: get('/todos/nothing', { Accept: 'text/html' }),
      status: 404,
      headers: json,
      body: { type: aText, title: aText, status: 404, detail: aText, instance: aText, code: 'not-found', requestId: aText },
      calls: [],
    },
  ],
};
