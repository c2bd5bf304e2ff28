import { todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { absent, anETag, anId, anInstant, itemLike, matching } from '../harness/matchers';
import { patch, post, put } from '../harness/requests';

const minimal = { Prefer: 'return=minimal' };
const applied = { 'Preference-Applied': 'return=minimal', 'ETag': anETag, 'Content-Type': absent };

export const prefer: CaseFile = {
  topic: 'Prefer',
  cases: [
    {
      name: 'a create that wants no representation is 204 with Location and ETag',
      request: post('/todos', { title: 'quiet' }, minimal),
      status: 204,
      headers: { ...applied, Location: matching(/^\/todos\/[\da-f-]{36}$/) },
      calls: [todos.putItem({ title: 'quiet', completed: false })],
    },
    {
      name: 'a replace that wants no representation is 204',
      given: { todo: { title: 'old' } },
      request: put('/todos/{todo.id}', { title: 'quiet', completed: true }, minimal),
      status: 204,
      headers: applied,
      calls: [todos.replaceItem('{todo.id}', { title: 'quiet', completed: true })],
    },
    {
      name: 'a patch that wants no representation is 204',
      given: { todo: { title: 'old' } },
      request: patch('/todos/{todo.id}', { title: 'quiet' }, minimal),
      status: 204,
      headers: applied,
      calls: [todos.patchItem('{todo.id}', { set: { title: 'quiet' } })],
    },
    {
      name: 'return=representation is what happens anyway',
      given: { todo: { title: 'old' } },
      request: patch('/todos/{todo.id}', { title: 'loud' }, { Prefer: 'return=representation' }),
      status: 200,
      body: itemLike('todo', { title: 'loud', updatedAt: anInstant, version: 2 }),
      calls: [todos.patchItem('{todo.id}', { set: { title: 'loud' } })],
    },
    ...['respond-async', 'return=everything', 'handling=strict; x="return=minimal"', ''].map((value): Case => ({
      name: `Prefer: ${value} is ignored`,
      request: post('/todos', { title: 'loud' }, { Prefer: value }),
      status: 201,
      headers: { 'Preference-Applied': absent },
      body: { id: anId, title: 'loud', completed: false, createdAt: anInstant, updatedAt: anInstant, version: 1 },
      calls: [todos.putItem({ title: 'loud', completed: false })],
    })),
  ],
};
