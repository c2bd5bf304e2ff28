import { NO_ITEM, todos } from '../fixture/entities';
import { conditionFails } from '../harness/calls';
import { CaseFile } from '../harness/case';
import { absent } from '../harness/matchers';
import { notFound } from '../harness/problems';
import { get, remove } from '../harness/requests';

export const deletes: CaseFile = {
  topic: 'delete',
  cases: [
    {
      name: 'an item is gone for good',
      given: { todo: { title: 'delete me' } },
      request: remove('/todos/{todo.id}'),
      status: 204,
      headers: { 'ETag': absent, 'Content-Type': absent },
      calls: [todos.deleteItem('{todo.id}', [], { units: 1 })],
      after: [{ request: get('/todos/{todo.id}'), ...notFound([todos.getItem('{todo.id}')]) }],
    },
    { name: 'a missing item is 404', request: remove(`/todos/${NO_ITEM}`), ...notFound([todos.deleteItem(NO_ITEM, [], conditionFails)]) },
    {
      name: 'a second delete is 404',
      given: { todo: { title: 'twice' } },
      before: [remove('/todos/{todo.id}')],
      request: remove('/todos/{todo.id}'),
      ...notFound([todos.deleteItem('{todo.id}', [], conditionFails)]),
    },
    { name: 'an id that cannot be one is 404 without a call', request: remove('/todos/*'), ...notFound([]) },
    {
      name: 'another item stays',
      given: { todo: { title: 'delete me' }, neighbour: { title: 'keep me' } },
      request: remove('/todos/{todo.id}'),
      status: 204,
      calls: [todos.deleteItem('{todo.id}')],
      after: [{ request: get('/todos/{neighbour.id}'), status: 200, body: '{neighbour.item}', calls: [todos.getItem('{neighbour.id}')] }],
    },
  ],
};
