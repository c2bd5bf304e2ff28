import { NO_ITEM, specimens, todos } from '../fixture/entities';
import { conditionFails } from '../harness/calls';
import { CaseFile } from '../harness/case';
import { anETag, anInstant, other } from '../harness/matchers';
import { notFound, refused } from '../harness/problems';
import { get, put } from '../harness/requests';

/** What a replace leaves of the item called `todo`, whatever its fields. */
const kept = { id: '{todo.id}', createdAt: '{todo.createdAt}', updatedAt: anInstant, version: 2 };

/** The immutable field, which neither the item nor the body has. */
const NO_SERIAL = ['attribute_not_exists(serial)'];

export const replaces: CaseFile = {
  topic: 'replace',
  cases: [
    {
      name: 'fields that the body does not name are removed, createdAt stays, version grows',
      given: { todo: { title: 'old', description: 'long', priority: 3, tags: ['a'] } },
      request: put('/todos/{todo.id}', { title: 'new', completed: true, dueDate: '2027-01-31' }),
      as: 'replaced',
      status: 200,
      headers: { ETag: anETag },
      body: { ...kept, title: 'new', completed: true, dueDate: '2027-01-31' },
      calls: [todos.replaceItem('{todo.id}', { title: 'new', completed: true, dueDate: '2027-01-31' }, [], { units: 1 })],
      after: [{
        request: get('/todos/{todo.id}'), status: 200, headers: { ETag: '{replaced.etag}' }, body: '{replaced.item}', calls: [todos.getItem('{todo.id}')],
      }],
    },
    {
      name: 'the tag changes although the content is the same',
      given: { todo: { title: 'same', completed: true } },
      request: put('/todos/{todo.id}', { title: 'same', completed: true }),
      status: 200,
      headers: { ETag: other('{todo.etag}') },
      body: { ...kept, title: 'same', completed: true },
      calls: [todos.replaceItem('{todo.id}', { title: 'same', completed: true })],
    },
    {
      name: 'defaults apply as in a create: the body is the whole item',
      given: { todo: { title: 'done', completed: true } },
      request: put('/todos/{todo.id}', { title: 'done' }),
      status: 200,
      body: { ...kept, title: 'done', completed: false },
      calls: [todos.replaceItem('{todo.id}', { title: 'done', completed: false })],
    },
    {
      name: 'what GET answered can be put back: fields that the server sets are ignored',
      given: { todo: { title: 'round trip', priority: 2 } },
      request: put('/todos/{todo.id}', '{todo.item}'),
      status: 200,
      body: { ...kept, title: 'round trip', completed: false, priority: 2 },
      calls: [todos.replaceItem('{todo.id}', { title: 'round trip', completed: false, priority: 2 })],
    },
    {
      name: 'an id in the body that differs from the path is refused',
      given: { todo: { title: 'mine' } },
      request: put('/todos/{todo.id}', { title: 'mine', id: NO_ITEM }),
      ...refused(400, 'validation-failed', [{ pointer: '/id' }]),
    },
    {
      name: 'null for an optional field is absence',
      given: { todo: { title: 'old', description: 'long' } },
      request: put('/todos/{todo.id}', { title: 'new', description: null, completed: true }),
      status: 200,
      body: { ...kept, title: 'new', completed: true },
      calls: [todos.replaceItem('{todo.id}', { title: 'new', completed: true })],
    },
    {
      name: 'a missing item is 404 and is not created: the server chooses ids',
      request: put(`/todos/${NO_ITEM}`, { title: 'new', completed: true }),
      ...notFound([todos.replaceItem(NO_ITEM, { title: 'new', completed: true }, [], conditionFails)]),
      after: [{ request: get(`/todos/${NO_ITEM}`), ...notFound([todos.getItem(NO_ITEM)]) }],
    },
    { name: 'an id that cannot be one is 404 without a call', request: put('/todos/42', { title: 'new' }), ...notFound([]) },
    {
      name: 'a body without a required field is refused, and the item stays as it was',
      given: { todo: { title: 'whole' } },
      request: put('/todos/{todo.id}', { completed: true }),
      ...refused(400, 'validation-failed', [{ pointer: '/title', code: 'required' }]),
      after: [{ request: get('/todos/{todo.id}'), status: 200, body: '{todo.item}', calls: [todos.getItem('{todo.id}')] }],
    },
    {
      name: 'a body is judged before the item is looked for',
      request: put(`/todos/${NO_ITEM}`, { title: '' }),
      ...refused(400, 'validation-failed', [{ pointer: '/title', code: 'minLength' }]),
    },
    {
      name: 'a nested field is replaced as a whole',
      collection: '/specimens',
      given: { todo: { label: 'ab', origin: { country: 'CH', city: 'Bern' } } },
      request: put('/specimens/{todo.id}', { label: 'ab', origin: { country: 'AT' } }),
      status: 200,
      body: { ...kept, label: 'ab', mood: 'calm', origin: { country: 'AT' } },
      calls: [specimens.replaceItem('{todo.id}', { label: 'ab', mood: 'calm', origin: { country: 'AT' } }, NO_SERIAL)],
    },
  ],
};
