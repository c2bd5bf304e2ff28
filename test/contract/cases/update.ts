import { NO_ITEM, specimens, todos } from '../fixture/entities';
import { conditionFails } from '../harness/calls';
import { CaseFile } from '../harness/case';
import { absent, anETag, anInstant, itemLike, other } from '../harness/matchers';
import { notFound, refused } from '../harness/problems';
import { get, patch } from '../harness/requests';

const changed = { updatedAt: anInstant, version: 2 };

export const updates: CaseFile = {
  topic: 'update',
  cases: [
    {
      name: 'changes the members that it names and leaves the others',
      given: { todo: { title: 'old', priority: 2, tags: ['a', 'b'] } },
      request: patch('/todos/{todo.id}', { title: 'new', completed: true }),
      as: 'patched',
      status: 200,
      headers: { ETag: anETag },
      body: itemLike('todo', { ...changed, title: 'new', completed: true }),
      calls: [todos.patchItem('{todo.id}', { set: { title: 'new', completed: true } }, { units: 1 })],
      after: [{
        request: get('/todos/{todo.id}'), status: 200, headers: { ETag: '{patched.etag}' }, body: '{patched.item}', calls: [todos.getItem('{todo.id}')],
      }],
    },
    {
      name: 'null removes a member (RFC 7396)',
      given: { todo: { title: 'old', description: 'long', priority: 2 } },
      request: patch('/todos/{todo.id}', { description: null, priority: null }),
      status: 200,
      headers: { ETag: other('{todo.etag}') },
      body: itemLike('todo', { ...changed, description: absent, priority: absent }),
      calls: [todos.patchItem('{todo.id}', { remove: ['description', 'priority'] })],
    },
    {
      name: 'null for a member that is absent changes nothing else',
      given: { todo: { title: 'bare' } },
      request: patch('/todos/{todo.id}', { description: null }),
      status: 200,
      body: itemLike('todo', changed),
      calls: [todos.patchItem('{todo.id}', { remove: ['description'] })],
    },
    {
      name: 'null for a required member is refused',
      given: { todo: { title: 'needed' } },
      request: patch('/todos/{todo.id}', { title: null }),
      ...refused(400, 'validation-failed', [{ pointer: '/title' }]),
    },
    {
      name: 'no default applies: what the patch does not name stays',
      given: { todo: { title: 'done', completed: true } },
      request: patch('/todos/{todo.id}', { title: 'still done' }),
      status: 200,
      body: itemLike('todo', { ...changed, title: 'still done' }),
      calls: [todos.patchItem('{todo.id}', { set: { title: 'still done' } })],
    },
    {
      name: 'an empty patch is a write like any other',
      given: { todo: { title: 'touched' } },
      request: patch('/todos/{todo.id}', {}),
      status: 200,
      body: itemLike('todo', changed),
      calls: [todos.patchItem('{todo.id}', {})],
    },
    {
      name: 'a list is replaced as a whole',
      given: { todo: { title: 'tagged', tags: ['a', 'b'] } },
      request: patch('/todos/{todo.id}', { tags: ['c'] }),
      status: 200,
      body: itemLike('todo', { ...changed, tags: ['c'] }),
      calls: [todos.patchItem('{todo.id}', { set: { tags: ['c'] } })],
    },
    {
      name: 'fields that the server sets are ignored',
      given: { todo: { title: 'mine' } },
      request: patch('/todos/{todo.id}', { createdAt: null, updatedAt: 'x', version: 99, priority: 1 }),
      status: 200,
      body: itemLike('todo', { ...changed, priority: 1 }),
      calls: [todos.patchItem('{todo.id}', { set: { priority: 1 } })],
    },
    {
      name: 'the id of the path may be repeated in the body',
      given: { todo: { title: 'mine' } },
      request: patch('/todos/{todo.id}', { id: '{todo.id}', priority: 1 }),
      status: 200,
      body: itemLike('todo', { ...changed, priority: 1 }),
      calls: [todos.patchItem('{todo.id}', { set: { priority: 1 } })],
    },
    {
      name: 'another id in the body is refused',
      given: { todo: { title: 'mine' } },
      request: patch('/todos/{todo.id}', { id: NO_ITEM }),
      ...refused(400, 'validation-failed', [{ pointer: '/id' }]),
    },
    {
      name: 'a missing item is 404 and is not created',
      request: patch(`/todos/${NO_ITEM}`, { title: 'new' }),
      ...notFound([todos.patchItem(NO_ITEM, { set: { title: 'new' } }, conditionFails)]),
      after: [{ request: get(`/todos/${NO_ITEM}`), ...notFound([todos.getItem(NO_ITEM)]) }],
    },
    { name: 'an id that cannot be one is 404 without a call', request: patch('/todos/42', { title: 'new' }), ...notFound([]) },
    {
      name: 'a wrong value is refused, and the item stays as it was',
      given: { todo: { title: 'fine' } },
      request: patch('/todos/{todo.id}', { title: 'still fine', priority: 9, nothing: 1 }),
      ...refused(400, 'validation-failed', [{ pointer: '/priority', code: 'maximum' }, { pointer: '/nothing', code: 'unknown' }]),
      after: [{ request: get('/todos/{todo.id}'), status: 200, body: '{todo.item}', calls: [todos.getItem('{todo.id}')] }],
    },
    {
      name: 'a patch is judged before the item is looked for',
      request: patch(`/todos/${NO_ITEM}`, { title: '' }),
      ...refused(400, 'validation-failed', [{ pointer: '/title', code: 'minLength' }]),
    },
    {
      name: 'a nested patch reaches one member and leaves its neighbours',
      collection: '/specimens',
      given: { it: { label: 'ab', origin: { country: 'CH', city: 'Bern' } } },
      request: patch('/specimens/{it.id}', { origin: { city: 'Basel' } }),
      status: 200,
      body: itemLike('it', { ...changed, origin: { country: 'CH', city: 'Basel' } }),
      calls: [specimens.patchItem('{it.id}', { set: { 'origin.city': 'Basel' }, guards: ['attribute_type(origin, "M")'] })],
    },
    {
      name: 'a nested null removes one member',
      collection: '/specimens',
      given: { it: { label: 'ab', origin: { country: 'CH', city: 'Bern' } } },
      request: patch('/specimens/{it.id}', { origin: { city: null } }),
      status: 200,
      body: itemLike('it', { ...changed, origin: { country: 'CH' } }),
      calls: [specimens.patchItem('{it.id}', { remove: ['origin.city'], guards: ['attribute_type(origin, "M")'] })],
    },
    {
      name: 'a nested null for a required member is refused',
      collection: '/specimens',
      given: { it: { label: 'ab', origin: { country: 'CH' } } },
      request: patch('/specimens/{it.id}', { origin: { country: null } }),
      ...refused(400, 'validation-failed', [{ pointer: '/origin/country' }]),
    },
    {
      name: 'null removes a nested field as a whole',
      collection: '/specimens',
      given: { it: { label: 'ab', origin: { country: 'CH', place: { latitude: 46.9 } } } },
      request: patch('/specimens/{it.id}', { origin: null }),
      status: 200,
      body: itemLike('it', { ...changed, origin: absent }),
      calls: [specimens.patchItem('{it.id}', { remove: ['origin'] })],
    },
  ],
};
