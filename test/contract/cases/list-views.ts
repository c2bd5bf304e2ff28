import { todos } from '../fixture/entities';
import { CaseFile } from '../harness/case';
import { aCursor } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get } from '../harness/requests';

const three = { a: { title: 'a', priority: 1 }, b: { title: 'b', priority: 2 }, c: { title: 'c' } };

export const listViews: CaseFile = {
  topic: 'order and fields',
  cases: [
    {
      name: 'order=desc lists the newest first, page by page',
      exclusive: true,
      given: three,
      request: get('/todos?order=desc&limit=2'),
      as: 'page',
      status: 200,
      body: { items: ['{c.item}', '{b.item}'], nextCursor: aCursor },
      calls: [todos.query({ Limit: 2, ScanIndexForward: false })],
      after: [
        {
          request: get('{page.next}'),
          status: 200,
          body: { items: ['{a.item}'] },
          calls: [todos.query({ Limit: 2, ScanIndexForward: false, ExclusiveStartKey: todos.key('{b.id}') })],
        },
        {
          request: get('/todos?order=asc&limit=2&cursor={page.nextCursor}'),
          ...refused(400, 'invalid-cursor', [{ parameter: 'cursor' }]),
        },
      ],
    },
    {
      name: 'order=asc is the default',
      exclusive: true,
      given: three,
      request: get('/todos?order=asc'),
      status: 200,
      body: { items: ['{a.item}', '{b.item}', '{c.item}'] },
      calls: [todos.query()],
    },
    { name: 'another order is refused', request: get('/todos?order=title'), ...refused(400, 'invalid-parameter', [{ parameter: 'order' }]) },
    {
      name: 'fields leaves out the others',
      exclusive: true,
      given: three,
      request: get('/todos?fields=id,priority'),
      status: 200,
      body: { items: [{ id: '{a.id}', priority: 1 }, { id: '{b.id}', priority: 2 }, { id: '{c.id}' }] },
      calls: [todos.query()],
    },
    {
      name: 'fields leaves the tag of an item as it is',
      given: three,
      request: get('/todos/{a.id}?fields=title'),
      status: 200,
      headers: { ETag: '{a.etag}' },
      body: { title: 'a' },
      calls: [todos.getItem('{a.id}')],
    },
    { name: 'an unknown field is refused', request: get('/todos?fields=id,_scope'), ...refused(400, 'invalid-parameter', [{ parameter: 'fields' }]) },
    { name: 'no field at all is refused', request: get('/todos?fields='), ...refused(400, 'invalid-parameter', [{ parameter: 'fields' }]) },
    {
      name: 'an item takes no parameters of a list',
      given: three,
      request: get('/todos/{a.id}?limit=1'),
      ...refused(400, 'invalid-parameter', [{ parameter: 'limit' }]),
    },
  ],
};
