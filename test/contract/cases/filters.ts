import { specimens, todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { aCursor } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get } from '../harness/requests';

const open = { title: 'open', completed: false };
const done = { title: 'done', completed: true };

const DONE = 'completed = true';

/** Reads for done items, behind the item of that name. Each further read for one page is twice as long as the one before. */
const readDone = (limit: number, after?: string) =>
  todos.query({ Limit: limit, FilterExpression: DONE, ...(after && { ExclusiveStartKey: todos.key(`{${after}.id}`) }) });

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
      calls: [todos.query({ FilterExpression: DONE })],
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
      status: 200,
      body: { items: ['{c.item}', '{e.item}'] },
      calls: [readDone(2), readDone(4, 'b')],
    },
    {
      name: 'a page that is full in the middle of a read goes on behind its own last item',
      exclusive: true,
      given: { a: open, b: done, c: done, d: done },
      request: get('/todos?completed=true&limit=2'),
      as: 'page',
      status: 200,
      headers: { Link: '</todos?completed=true&limit=2&cursor={page.nextCursor}>; rel="next"' },
      body: { items: ['{b.item}', '{c.item}'], nextCursor: aCursor },
      calls: [readDone(2), readDone(4, 'b')],
      after: [{
        request: get('{page.next}'),
        status: 200,
        body: { items: ['{d.item}'] },
        calls: [readDone(2, 'c')],
      }],
    },
    {
      name: 'a page that five reads did not fill ends short, and the next one goes on behind the last read',
      exclusive: true,
      given: Object.fromEntries([...Array.from({ length: 32 }, (_, position) => [`o${position}`, open]), ['last', done]]),
      request: get('/todos?completed=true&limit=1'),
      as: 'page',
      status: 200,
      body: { items: [], nextCursor: aCursor },
      calls: [readDone(1), readDone(2, 'o0'), readDone(4, 'o2'), readDone(8, 'o6'), readDone(16, 'o14')],
      after: [{
        request: get('{page.next}'),
        status: 200,
        body: { items: ['{last.item}'] },
        calls: [readDone(1, 'o30'), readDone(2, 'o31')],
      }],
    },
    ...wrong.map(([query, code, parameter]): Case => ({
      name: `${query} is ${code}`,
      request: get(`/todos?${query}`),
      ...refused(400, code, [{ parameter }]),
    })),
  ],
};
