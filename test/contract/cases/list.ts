import { specimens, todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { aCursor, absent, arrayOf, including, matching } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, head } from '../harness/requests';

/** Items by name, created in this order. */
const titled = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { title: name }]));

const someTodos = { items: arrayOf(including({ title: matching(/./) }), { to: 100 }) };
const page = including(someTodos);

const limits: Case[] = [
  ...[['1', 1], ['100', 100], ['101', 100], ['5000', 100]].map(([limit, read]): Case => ({
    name: `limit=${limit} reads ${read} at most`,
    request: get(`/todos?limit=${limit}`),
    status: 200,
    body: page,
    calls: [todos.query({ Limit: read })],
  })),
  ...['0', '-1', '1.5', '1e2', 'ten', '', '%205', '0x10', '%D9%A3', 'Infinity', '99999999999999999999x'].map((limit): Case => ({
    name: `limit=${limit} is refused`,
    request: get(`/todos?limit=${limit}`),
    ...refused(400, 'invalid-parameter', [{ parameter: 'limit' }]),
  })),
];

export const lists: CaseFile = {
  topic: 'list',
  cases: [
    {
      name: 'an empty collection is an empty page, the last one',
      exclusive: true,
      request: get('/todos'),
      status: 200,
      headers: { Link: absent, ETag: absent },
      body: { items: [] },
      calls: [todos.query({}, { units: 0.5 })],
    },
    {
      name: 'items come in the order of their creation, each as it was created',
      exclusive: true,
      given: titled('a', 'b', 'c'),
      request: get('/todos'),
      status: 200,
      headers: { Link: absent },
      body: { items: ['{a.item}', '{b.item}', '{c.item}'] },
      calls: [todos.query()],
    },
    {
      name: 'a page holds 25 items unless the request says otherwise, and says where the next one is',
      exclusive: true,
      given: titled(...Array.from({ length: 26 }, (_, position) => `n${position}`)),
      request: get('/todos'),
      as: 'page',
      status: 200,
      headers: { Link: '</todos?cursor={page.nextCursor}>; rel="next"' },
      body: { items: Array.from({ length: 25 }, (_, position) => `{n${position}.item}`), nextCursor: aCursor },
      calls: [todos.query()],
      after: [{
        request: get('{page.next}'),
        status: 200,
        headers: { Link: absent },
        body: { items: ['{n25.item}'] },
        calls: [todos.query({ ExclusiveStartKey: todos.key('{n24.id}') })],
      }],
    },
    {
      name: 'the next page is reached by the cursor, and by the link with the same parameters',
      exclusive: true,
      given: titled('a', 'b', 'c'),
      request: get('/todos?limit=2'),
      as: 'page',
      status: 200,
      body: { items: ['{a.item}', '{b.item}'], nextCursor: aCursor },
      calls: [todos.query({ Limit: 2 })],
      after: [
        {
          request: get('/todos?limit=2&cursor={page.nextCursor}'),
          status: 200,
          body: { items: ['{c.item}'] },
          calls: [todos.query({ Limit: 2, ExclusiveStartKey: todos.key('{b.id}') })],
        },
        {
          request: get('{page.next}'),
          status: 200,
          body: { items: ['{c.item}'] },
          calls: [todos.query({ Limit: 2, ExclusiveStartKey: todos.key('{b.id}') })],
        },
      ],
    },
    {
      name: 'HEAD answers as GET, without the body',
      exclusive: true,
      given: titled('a', 'b'),
      request: head('/todos?limit=1'),
      status: 200,
      headers: { 'Content-Type': matching(/^application\/json\b/), 'Link': matching(/^<\/todos\?.*cursor=.*>; rel="next"$/) },
      calls: [todos.query({ Limit: 1 })],
    },
    ...limits,
    { name: 'consistent=true reads strongly', request: get('/todos?consistent=true'), status: 200, body: page, calls: [todos.query({ ConsistentRead: true })] },
    { name: 'consistent=false is the default', request: get('/todos?consistent=false'), status: 200, body: page, calls: [todos.query()] },
    { name: 'consistent=yes is refused', request: get('/todos?consistent=yes'), ...refused(400, 'invalid-parameter', [{ parameter: 'consistent' }]) },
    { name: 'an unknown parameter is refused', request: get('/todos?offset=5'), ...refused(400, 'invalid-parameter', [{ parameter: 'offset' }]) },
    { name: 'a repeated parameter is refused', request: get('/todos?limit=1&limit=1'), ...refused(400, 'invalid-parameter', [{ parameter: 'limit' }]) },
    {
      name: 'a parameter that is not UTF-8 is refused',
      request: get('/todos?cursor=%FF&limit=%E0%A4%A'),
      ...refused(400, 'invalid-parameter', [{ parameter: 'cursor' }, { parameter: 'limit' }]),
    },
    {
      name: 'every wrong parameter is named at once',
      request: get('/todos?limit=0&consistent=perhaps&offset=5'),
      ...refused(400, 'invalid-parameter', [{ parameter: 'limit' }, { parameter: 'consistent' }, { parameter: 'offset' }]),
    },
    {
      name: 'an empty query is no query',
      request: get('/todos?'),
      status: 200,
      body: page,
      calls: [todos.query()],
    },
    {
      name: 'entities of one API have partitions of their own',
      exclusive: true,
      collection: '/specimens',
      given: { specimen: { label: 'mine' } },
      request: get('/specimens'),
      status: 200,
      body: { items: ['{specimen.item}'] },
      calls: [specimens.query()],
    },
  ],
};
