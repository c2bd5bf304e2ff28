import { specimens, todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { refused } from '../harness/problems';
import { get } from '../harness/requests';

const open = { title: 'open', completed: false };
const done = { title: 'done', completed: true };

/** Filters that the request line gets wrong, and the parameter that the answer names. */
const wrong: [query: string, code: string, parameter: string][] = [
  ['completed=maybe', 'invalid-parameter', 'completed'],
  ['completed=', 'invalid-parameter', 'completed'],
  ['completed=1', 'invalid-parameter', 'completed'],
  ['completed=TRUE', 'invalid-parameter', 'completed'],
  ['completed=true&completed=false', 'invalid-parameter', 'completed'],
  ['completed:like=true', 'invalid-parameter', 'completed:like'],
  ['nothing=1', 'invalid-parameter', 'nothing'],
  ['_scope=todo', 'invalid-parameter', '_scope'],
  ['__proto__=1', 'invalid-parameter', '__proto__'],
  ['constructor=1', 'invalid-parameter', 'constructor'],
  ['title=milk', 'index-required', 'title'],
  ['priority=3', 'index-required', 'priority'],
];

export const filters: CaseFile = {
  topic: 'filters',
  cases: [
    {
      name: 'completed=true lists the done ones',
      exclusive: true,
      given: { a: open, b: done, c: open, d: done },
      request: get('/todos?completed=true'),
      status: 200,
      body: { items: ['{b.item}', '{d.item}'] },
      calls: [todos.query({ FilterExpression: 'completed = true' })],
    },
    {
      name: 'completed=false lists the open ones, those with the default among them',
      exclusive: true,
      given: { a: { title: 'by default' }, b: done, c: open },
      request: get('/todos?completed=false'),
      status: 200,
      body: { items: ['{a.item}', '{c.item}'] },
      calls: [todos.query({ FilterExpression: 'completed = false' })],
    },
    {
      name: 'filters are joined by AND',
      exclusive: true,
      collection: '/specimens',
      given: { a: { label: 'ab', colour: 'red', active: true }, b: { label: 'ab', colour: 'red' }, c: { label: 'ab', active: true } },
      request: get('/specimens?colour=red&active=true'),
      status: 200,
      body: { items: ['{a.item}'] },
      calls: [specimens.query({ FilterExpression: 'active = true AND colour = "red"' })],
    },
    {
      name: 'with a filter too a page holds as many items as asked for: reading goes on',
      exclusive: true,
      given: { a: open, b: open, c: done, d: open, e: done },
      request: get('/todos?completed=true&limit=2'),
      as: 'page',
      status: 200,
      body: { items: ['{c.item}', '{e.item}'], nextCursor: '{page.nextCursor}' },
      calls: [
        todos.query({ Limit: 2, FilterExpression: 'completed = true' }),
        todos.query({ Limit: 2, FilterExpression: 'completed = true', ExclusiveStartKey: todos.key('{b.id}') }),
        todos.query({ Limit: 2, FilterExpression: 'completed = true', ExclusiveStartKey: todos.key('{d.id}') }),
      ],
    },
    ...wrong.map(([query, code, parameter]): Case => ({
      name: `${query} is ${code}`,
      request: get(`/todos?${query}`),
      ...refused(400, code, [{ parameter }]),
    })),
  ],
};
