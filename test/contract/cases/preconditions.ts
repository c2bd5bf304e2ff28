import { NO_ITEM, todos } from '../fixture/entities';
import { conditionFails, Ending, ExpectedCall } from '../harness/calls';
import { Case, CaseFile } from '../harness/case';
import { anETag, anInstant, Expected, itemLike } from '../harness/matchers';
import { notFound, problem } from '../harness/problems';
import { get, HttpRequestSpec, patch, put, remove, RequestHeaders } from '../harness/requests';

/** What `If-Match` with the tag of the item called `todo` adds to the condition: version and creation, not the schema. */
const CURRENT = ['createdAt = "{todo.createdAt}"', '_life = "{todo.life}"', 'version = {todo.version}'];

/** No tag can match, so the condition is one that holds for no item: `version` is a number. */
const NEVER = ['version = "none"'];

/** The three writes of an existing item, each with its call. */
const writes: {
  method: string;
  success: { status: number; body?: Expected; headers?: Case['headers'] };
  /** The status for a missing item, with If-Match. */
  missing: number;
  request(path: string, headers: RequestHeaders): HttpRequestSpec;
  call(id: string, guards: readonly string[], ending?: Ending): ExpectedCall;
}[] = [
  {
    method: 'PUT',
    request: (path, headers) => put(path, { title: 'new', completed: true }, headers),
    call: (id, guards, ending) => todos.replaceItem(id, { title: 'new', completed: true }, guards, ending),
    success: { status: 200, headers: { ETag: anETag }, body: itemLike('todo', { title: 'new', completed: true, updatedAt: anInstant, version: 2 }) },
    missing: 412,
  },
  {
    method: 'PATCH',
    request: (path, headers) => patch(path, { title: 'new' }, headers),
    call: (id, guards, ending) => todos.patchItem(id, { set: { title: 'new' }, guards }, ending),
    success: { status: 200, headers: { ETag: anETag }, body: itemLike('todo', { title: 'new', updatedAt: anInstant, version: 2 }) },
    missing: 404,
  },
  {
    method: 'DELETE',
    request: (path, headers) => remove(path, headers),
    call: (id, guards, ending) => todos.deleteItem(id, guards, ending),
    success: { status: 204 },
    missing: 404,
  },
];

const given = { todo: { title: 'old' } };

/** The item is as `given` says, and the answer tells its current tag. */
const mismatch = (call: ExpectedCall): Pick<Case, 'status' | 'headers' | 'body' | 'calls' | 'after'> => ({
  status: 412,
  headers: { ETag: '{todo.etag}' },
  body: problem(412, 'version-mismatch'),
  calls: [call],
  after: [{ request: get('/todos/{todo.id}'), status: 200, headers: { ETag: '{todo.etag}' }, body: '{todo.item}', calls: [todos.getItem('{todo.id}')] }],
});

const MALFORMED = ['unquoted', '"open', '""quoted"', '"a" "b"', '*, "a"', ',', '"a",,W/b', '"tab\there'];

export const preconditions: CaseFile = {
  topic: 'preconditions',
  cases: writes.flatMap(({ method, request, call, success, missing }): Case[] => {
    const asked = (ifMatch: string) => request('/todos/{todo.id}', { 'If-Match': ifMatch });
    const path = '{todo.id}';
    return [
      { name: `${method} with the current tag`, given, request: asked('{todo.etag}'), ...success, calls: [call(path, CURRENT)] },
      { name: `${method} with *`, given, request: asked('*'), ...success, calls: [call(path, [])] },
      {
        name: `${method} with a tag that was made under another schema: a deployment breaks no edit`,
        given,
        request: asked('{todo.etagOfAnotherSchema}'),
        ...success,
        calls: [call(path, CURRENT)],
      },
      { name: `${method} with a weak tag never matches`, given, request: asked('W/{todo.etag}'), ...mismatch(call(path, NEVER, conditionFails)) },
      { name: `${method} with a tag that is not ours`, given, request: asked('"another"'), ...mismatch(call(path, NEVER, conditionFails)) },
      { name: `${method} with the current tag among others`, given, request: asked('"another", {todo.etag},W/"weak"'), ...success, calls: [call(path, CURRENT)] },
      {
        name: `${method} with the tag from before a change`,
        given: { before: { title: 'old' } },
        before: [patch('/todos/{before.id}', { priority: 5 })],
        request: request('/todos/{before.id}', { 'If-Match': '{before.etag}' }),
        as: 'refusal',
        status: 412,
        headers: { ETag: anETag },
        body: problem(412, 'version-mismatch'),
        calls: [call('{before.id}', ['createdAt = "{before.createdAt}"', '_life = "{before.life}"', 'version = 1'], conditionFails)],
        after: [{
          request: get('/todos/{before.id}'),
          status: 200,
          headers: { ETag: '{refusal.etag}' },
          body: itemLike('before', { priority: 5, updatedAt: anInstant, version: 2 }),
          calls: [todos.getItem('{before.id}')],
        }],
      },
      missing === 412
        ? {
          name: `${method} of a missing item with If-Match is 412`,
          request: request(`/todos/${NO_ITEM}`, { 'If-Match': '*' }),
          status: 412,
          body: problem(412, 'version-mismatch'),
          calls: [call(NO_ITEM, [], conditionFails)],
        }
        : {
          name: `${method} of a missing item with If-Match is 404`,
          request: request(`/todos/${NO_ITEM}`, { 'If-Match': '*' }),
          ...notFound([call(NO_ITEM, [], conditionFails)]),
        },
      ...MALFORMED.map((value): Case => ({
        name: `${method} with If-Match: ${value} is refused`,
        given,
        request: asked(value),
        status: 400,
        body: problem(400, 'invalid-header', [{ header: 'If-Match' }]),
        calls: [],
      })),
    ];
  }),
};
