import { todos } from '../fixture/entities';
import { CaseFile } from '../harness/case';
import { anETag, anId, anInstant } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, post } from '../harness/requests';

const serverSet = { id: anId, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const created = { Location: '/todos/{created.id}', ETag: anETag };
const everyField = { title: 'Buy milk', description: 'The oat one', completed: true, priority: 5, dueDate: '2028-02-29', tags: ['shop', 'food'] };

export const create: CaseFile = {
  topic: 'create',
  cases: [
    {
      name: 'a required field alone is enough; the others take their defaults or are absent',
      request: post('/todos', { title: 'Buy milk' }),
      as: 'created',
      status: 201,
      headers: created,
      body: { ...serverSet, title: 'Buy milk', completed: false },
      calls: [todos.putItem({ title: 'Buy milk', completed: false }, { units: 1 })],
    },
    {
      name: 'every field is stored as it was sent',
      request: post('/todos', everyField),
      as: 'created',
      status: 201,
      headers: created,
      body: { ...serverSet, ...everyField },
      calls: [todos.putItem(everyField)],
      after: [{ request: get('/todos/{created.id}'), status: 200, headers: { ETag: '{created.etag}' }, body: '{created.item}', calls: [todos.getItem('{created.id}')] }],
    },
    {
      name: 'createdAt and updatedAt are the same instant',
      request: post('/todos', { title: 'once' }),
      as: 'created',
      status: 201,
      body: { ...serverSet, title: 'once', completed: false },
      calls: [todos.putItem({ title: 'once', completed: false })],
      after: [{
        request: get('/todos/{created.id}'),
        status: 200,
        body: { id: '{created.id}', title: 'once', completed: false, createdAt: '{created.updatedAt}', updatedAt: '{created.createdAt}', version: 1 },
        calls: [todos.getItem('{created.id}')],
      }],
    },
    {
      name: 'fields that the server sets are ignored in a body, whatever they hold',
      request: post('/todos', { title: 'mine', id: 'chosen', createdAt: '1999-01-01T00:00:00.000Z', updatedAt: 5, version: 'many' }),
      as: 'created',
      status: 201,
      headers: created,
      body: { ...serverSet, title: 'mine', completed: false },
      calls: [todos.putItem({ title: 'mine', completed: false })],
    },
    {
      name: 'null for an optional field is absence',
      request: post('/todos', { title: 'null', description: null, priority: null, tags: null }),
      status: 201,
      body: { ...serverSet, title: 'null', completed: false },
      calls: [todos.putItem({ title: 'null', completed: false })],
    },
    {
      name: 'null for a field with a default is absence, so the default applies',
      request: post('/todos', { title: 'null', completed: null }),
      status: 201,
      body: { ...serverSet, title: 'null', completed: false },
      calls: [todos.putItem({ title: 'null', completed: false })],
    },
    {
      name: 'null for a required field is refused',
      request: post('/todos', { title: null }),
      ...refused(400, 'validation-failed', [{ pointer: '/title' }]),
    },
    {
      name: 'an empty text and an empty list are values',
      request: post('/todos', { title: 'empty', description: '', tags: [] }),
      status: 201,
      body: { ...serverSet, title: 'empty', completed: false, description: '', tags: [] },
      calls: [todos.putItem({ title: 'empty', completed: false, description: '', tags: [] })],
    },
    {
      name: 'text of any script comes back unchanged, not normalised',
      request: post('/todos', { title: 'cafe\u0301 café 👩‍👩‍👧 العربية', description: '\u0000\u0007\u2028"\\/' }),
      status: 201,
      body: { ...serverSet, title: 'cafe\u0301 café 👩‍👩‍👧 العربية', description: '\u0000\u0007\u2028"\\/', completed: false },
      calls: [todos.putItem({ title: 'cafe\u0301 café 👩‍👩‍👧 العربية', description: '\u0000\u0007\u2028"\\/', completed: false })],
    },
    {
      name: 'lengths count code points: 200 emoji fit where 200 characters are allowed',
      request: post('/todos', { title: '🥛'.repeat(200) }),
      status: 201,
      body: { ...serverSet, title: '🥛'.repeat(200), completed: false },
      calls: [todos.putItem({ title: '🥛'.repeat(200), completed: false })],
    },
    {
      name: 'two creates of the same body are two items',
      given: { first: { title: 'twice' } },
      request: post('/todos', { title: 'twice' }),
      as: 'second',
      status: 201,
      body: { ...serverSet, title: 'twice', completed: false },
      calls: [todos.putItem({ title: 'twice', completed: false })],
      after: [{
        request: get('/todos/{first.id}'), status: 200, body: '{first.item}', calls: [todos.getItem('{first.id}')],
      }],
    },
    {
      name: 'If-None-Match: * is met by an item that does not exist yet',
      request: post('/todos', { title: 'new' }, { 'If-None-Match': '*' }),
      status: 201,
      body: { ...serverSet, title: 'new', completed: false },
      calls: [todos.putItem({ title: 'new', completed: false })],
    },
    {
      name: 'Host and X-Forwarded headers do not reach Location',
      request: post('/todos', { title: 'forged' }, { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher', 'Forwarded': 'host=evil.example' }),
      as: 'created',
      status: 201,
      headers: created,
      body: { ...serverSet, title: 'forged', completed: false },
      calls: [todos.putItem({ title: 'forged', completed: false })],
    },
    {
      name: 'a method-override header is ignored',
      request: post('/todos', { title: 'override' }, { 'X-HTTP-Method-Override': 'DELETE', 'X-Method-Override': 'DELETE' }),
      status: 201,
      body: { ...serverSet, title: 'override', completed: false },
      calls: [todos.putItem({ title: 'override', completed: false })],
    },
  ],
};
