import { todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { aCursor, arrayOf, including } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, remove } from '../harness/requests';

const three = { a: { title: 'a' }, b: { title: 'b' }, c: { title: 'c' } };
const firstPage = {
  request: get('/todos?limit=1'),
  as: 'page',
  status: 200,
  body: { items: arrayOf(including({}), { from: 1, to: 1 }), nextCursor: aCursor },
  calls: [todos.query({ Limit: 1 })],
};
const refusedCursor = refused(400, 'invalid-cursor', [{ parameter: 'cursor' }]);

/** A position as DynamoDB writes it, which a client must not be able to hand in. */
const KEY = Buffer.from(JSON.stringify({ _scope: { S: 'todo|collection|' }, id: { S: '01890000-0000-7000-8000-000000000000' } }));

const forged: [what: string, cursor: string][] = [
  ['nothing', ''],
  ['a word', 'next'],
  ['the key of an item in base64', KEY.toString('base64url')],
  ['the key of an item as JSON', encodeURIComponent(KEY.toString())],
  ['an id', '01890000-0000-7000-8000-000000000000'],
  ['a thousand letters', 'A'.repeat(1000)],
  ['NUL', '%00'],
];

/** What a cursor is turned into; a checksum must notice. */
const edits: [what: string, cursor: string][] = [
  ['a letter more', '{page.nextCursor}A'],
  ['a letter before it', 'A{page.nextCursor}'],
  ['padding', '{page.nextCursor}%3D'],
  ['itself twice', '{page.nextCursor}{page.nextCursor}'],
  ['white space', '{page.nextCursor}%20'],
];

/** Requests that a cursor of `/todos?limit=1` does not belong to. */
const elsewhere: [what: string, path: string][] = [
  ['another filter', '/todos?limit=1&completed=true&cursor={page.nextCursor}'],
  ['another entity', '/specimens?limit=1&cursor={page.nextCursor}'],
];

export const cursors: CaseFile = {
  topic: 'cursors',
  cases: [
    {
      name: 'a walk by cursor meets every item once, in order',
      exclusive: true,
      given: three,
      request: get('/todos?limit=1'),
      as: 'first',
      status: 200,
      body: { items: ['{a.item}'], nextCursor: aCursor },
      calls: [todos.query({ Limit: 1 })],
      after: [
        {
          request: get('/todos?limit=1&cursor={first.nextCursor}'),
          as: 'second',
          status: 200,
          body: { items: ['{b.item}'], nextCursor: aCursor },
          calls: [todos.query({ Limit: 1, ExclusiveStartKey: todos.key('{a.id}') })],
        },
        {
          request: get('/todos?limit=5&cursor={second.nextCursor}'),
          status: 200,
          body: { items: ['{c.item}'] },
          calls: [todos.query({ Limit: 5, ExclusiveStartKey: todos.key('{b.id}') })],
        },
      ],
    },
    {
      name: 'an item that is deleted under its cursor takes no neighbour along',
      exclusive: true,
      given: three,
      request: get('/todos?limit=2'),
      as: 'page',
      status: 200,
      body: { items: ['{a.item}', '{b.item}'], nextCursor: aCursor },
      calls: [todos.query({ Limit: 2 })],
      after: [
        { request: remove('/todos/{b.id}'), status: 204, calls: [todos.deleteItem('{b.id}')] },
        {
          request: get('/todos?limit=2&cursor={page.nextCursor}'),
          status: 200,
          body: { items: ['{c.item}'] },
          calls: [todos.query({ Limit: 2, ExclusiveStartKey: todos.key('{b.id}') })],
        },
      ],
    },
    {
      name: 'a cursor does not expire with its use',
      exclusive: true,
      given: three,
      request: get('/todos?limit=2'),
      as: 'page',
      status: 200,
      body: { items: ['{a.item}', '{b.item}'], nextCursor: aCursor },
      calls: [todos.query({ Limit: 2 })],
      after: [1, 2].map(() => ({
        request: get('/todos?limit=2&cursor={page.nextCursor}'),
        status: 200,
        body: { items: ['{c.item}'] },
        calls: [todos.query({ Limit: 2, ExclusiveStartKey: todos.key('{b.id}') })],
      })),
    },
    ...forged.map(([what, cursor]): Case => ({ name: `${what} is no cursor`, request: get(`/todos?cursor=${cursor}`), ...refusedCursor })),
    ...edits.map(([what, cursor]): Case => ({
      name: `a cursor with ${what} is refused`,
      given: three,
      ...firstPage,
      after: [{ request: get(`/todos?limit=1&cursor=${cursor}`), ...refusedCursor }],
    })),
    ...elsewhere.map(([what, path]): Case => ({
      name: `a cursor is refused by ${what}`,
      ...(path.startsWith('/specimens') && { alsoNeeds: ['/specimens'] }),
      given: three,
      ...firstPage,
      after: [{ request: get(path), ...refusedCursor }],
    })),
    {
      name: 'a repeated cursor is refused',
      given: three,
      ...firstPage,
      after: [{
        request: get('/todos?limit=1&cursor={page.nextCursor}&cursor={page.nextCursor}'),
        ...refused(400, 'invalid-parameter', [{ parameter: 'cursor' }]),
      }],
    },
  ],
};
