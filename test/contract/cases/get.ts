import { NO_ITEM, todos } from '../fixture/entities';
import { CaseFile } from '../harness/case';
import { absent, anETag, matching } from '../harness/matchers';
import { notFound, problem } from '../harness/problems';
import { get, head, patch, remove } from '../harness/requests';

const read = [todos.getItem('{todo.id}')];

export const gets: CaseFile = {
  topic: 'get',
  cases: [
    {
      name: 'an item comes back as it was created, with the same tag',
      given: { todo: { title: 'read me', tags: ['a'] } },
      request: get('/todos/{todo.id}'),
      status: 200,
      headers: { ETag: '{todo.etag}' },
      body: '{todo.item}',
      calls: [todos.getItem('{todo.id}', { units: 1 })],
    },
    { name: 'a missing item is 404', request: get(`/todos/${NO_ITEM}`), ...notFound([todos.getItem(NO_ITEM)]) },
    {
      name: 'a deleted item is 404',
      given: { todo: { title: 'gone' } },
      before: [remove('/todos/{todo.id}')],
      request: get('/todos/{todo.id}'),
      ...notFound(read),
    },
    { name: 'an id that cannot be one is 404 without a call', request: get('/todos/42'), ...notFound([]) },
    {
      name: 'HEAD answers as GET, without the body',
      given: { todo: { title: 'head' } },
      request: head('/todos/{todo.id}'),
      status: 200,
      headers: { 'ETag': '{todo.etag}', 'Content-Type': matching(/^application\/json\b/) },
      calls: read,
    },
    { name: 'HEAD of a missing item is 404 without a body', request: head(`/todos/${NO_ITEM}`), status: 404, calls: [todos.getItem(NO_ITEM)] },
    {
      name: 'If-None-Match with the current tag is 304 with the tag',
      given: { todo: { title: 'cached' } },
      request: get('/todos/{todo.id}', { 'If-None-Match': '{todo.etag}' }),
      status: 304,
      headers: { 'ETag': '{todo.etag}', 'Content-Type': absent },
      calls: read,
    },
    {
      name: 'If-None-Match compares weakly (RFC 9110, 13.1.2)',
      given: { todo: { title: 'cached' } },
      request: get('/todos/{todo.id}', { 'If-None-Match': 'W/{todo.etag}' }),
      status: 304,
      calls: read,
    },
    {
      name: 'If-None-Match with the current tag among others is 304',
      given: { todo: { title: 'cached' } },
      request: get('/todos/{todo.id}', { 'If-None-Match': '"other", {todo.etag} ,W/"more"' }),
      status: 304,
      calls: read,
    },
    {
      name: 'If-None-Match: * is 304 for an item that exists',
      given: { todo: { title: 'cached' } },
      request: get('/todos/{todo.id}', { 'If-None-Match': '*' }),
      status: 304,
      headers: { ETag: '{todo.etag}' },
      calls: read,
    },
    { name: 'If-None-Match on a missing item is 404', request: get(`/todos/${NO_ITEM}`, { 'If-None-Match': '*' }), ...notFound([todos.getItem(NO_ITEM)]) },
    {
      name: 'If-None-Match with the tag from before a change is 200',
      given: { todo: { title: 'stale' } },
      before: [patch('/todos/{todo.id}', { priority: 1 })],
      request: get('/todos/{todo.id}', { 'If-None-Match': '{todo.etag}' }),
      as: 'current',
      status: 200,
      headers: { ETag: anETag },
      body: { id: '{todo.id}', title: 'stale', completed: false, priority: 1, createdAt: '{todo.createdAt}', updatedAt: '{current.updatedAt}', version: 2 },
      calls: read,
    },
    {
      name: 'If-None-Match with a tag under another schema is 200: its body may look otherwise today',
      given: { todo: { title: 'redeployed' } },
      request: get('/todos/{todo.id}', { 'If-None-Match': '{todo.etagOfAnotherSchema}' }),
      status: 200,
      headers: { ETag: '{todo.etag}' },
      body: '{todo.item}',
      calls: read,
    },
    {
      name: 'HEAD with the current tag is 304',
      given: { todo: { title: 'cached' } },
      request: head('/todos/{todo.id}', { 'If-None-Match': '{todo.etag}' }),
      status: 304,
      calls: read,
    },
    {
      name: 'a malformed If-None-Match is refused',
      given: { todo: { title: 'cached' } },
      request: get('/todos/{todo.id}', { 'If-None-Match': 'unquoted' }),
      status: 400,
      body: problem(400, 'invalid-header', [{ header: 'If-None-Match' }]),
      calls: [],
    },
  ],
};
