import { NO_ITEM } from '../fixture/entities';
import { callsOf, conditionFails, isCanceled, recordsOf, transaction } from '../harness/calls';
import { Case, CaseFile, Exchange, inCollection } from '../harness/case';
import { aText, absent, anETag, anId, anInstant, including, itemLike, matching, without } from '../harness/matchers';
import { notFound, problem, refused } from '../harness/problems';
import { get, HttpRequestSpec, patch, post, put, remove } from '../harness/requests';

const BEN = { Authorization: 'Bearer {tokens.ben}' };
const TITLE = 'title-{unique}';
const given = { diary: { title: TITLE } };
const PATH = '/diaries/{diary.id}';
const diariesOf = (owner: string) => callsOf({ scope: `diary|owner|${owner}`, fields: ['title'] });
const ana = diariesOf('ana');
const ben = diariesOf('ben');
const { holdValue } = recordsOf('diary');

const ENTRIES = `${PATH}/entries`;
const entriesOf = (owner: string, diary = '{diary.id}') => callsOf({ scope: `entry|parent|diary%7Cowner%7C${owner}%7C${diary}`, fields: ['text'] });
const parentIsThere = (owner: string, diary = '{diary.id}') => ({
  ConditionCheck: including({ Key: { _scope: `diary|owner|${owner}`, id: diary }, ConditionExpression: matching(/\battribute_exists\(id\)/) }),
});
const entry = { text: 'dear diary' };
const first = { createdAt: anInstant, updatedAt: anInstant, version: 1 };

/** What another caller is told of an item is, but for the request id, what is told of one that is not there. */
const asIfMissing = (method: string, request: (path: string) => HttpRequestSpec, calls: (id: string) => Exchange['calls']): Case => ({
  name: `${method} of another's item is told as of a missing one`,
  given,
  request: request(`/diaries/${NO_ITEM}`),
  as: 'missing',
  ...notFound(calls(NO_ITEM)),
  after: [{
    request: request(PATH),
    status: 404,
    headers: { ETag: absent },
    body: itemLike('missing', { requestId: aText, instance: aText }),
    calls: calls('{diary.id}'),
  }],
});

export const owners: CaseFile = {
  topic: 'owners and parents',
  cases: inCollection('/diaries', [
    {
      name: 'an item lies in the scope of its owner, and so does its unique value',
      request: post('/diaries', { title: TITLE }),
      as: 'diary',
      status: 201,
      headers: { Location: PATH, ETag: anETag },
      body: { id: anId, title: TITLE, ...first },
      calls: [transaction([ana.putItem({ title: TITLE }), holdValue('title', 'diary|owner|ana {diary.id}')])],
      after: [{ request: get(PATH), status: 200, body: '{diary.item}', calls: [ana.getItem('{diary.id}')] }],
    },
    {
      name: 'another owner may have the same unique value',
      given,
      request: post('/diaries', { title: TITLE }, BEN),
      as: 'second',
      status: 201,
      body: { id: anId, title: TITLE, ...first },
      calls: [transaction([ben.putItem({ title: TITLE }), holdValue('title', 'diary|owner|ben {second.id}')])],
    },
    asIfMissing('GET', (path) => get(path, BEN), (id) => [ben.getItem(id)]),
    asIfMissing('PUT', (path) => put(path, { title: 'mine' }, BEN), (id) => [ben.getItem(id)]),
    asIfMissing('PATCH', (path) => patch(path, { title: 'mine' }, BEN), (id) => [ben.getItem(id)]),
    asIfMissing('DELETE', (path) => remove(path, BEN), (id) => [ben.getItem(id)]),
    {
      name: 'a tag does not help',
      given,
      request: remove(PATH, { ...BEN, 'If-Match': '{diary.etag}' }),
      ...notFound([ben.getItem('{diary.id}')]),
      after: [{ request: get(PATH), status: 200, body: '{diary.item}', calls: [ana.getItem('{diary.id}')] }],
    },
    {
      name: "another's items are in no list",
      given,
      request: get('/diaries?limit=100', BEN),
      status: 200,
      body: including({ items: without('{diary.id}') }),
      calls: [ben.query({ Limit: 100 })],
    },
    {
      name: 'a cursor leads nowhere else: the scope comes from the caller',
      given: { one: { title: '1-{unique}' }, two: { title: '2-{unique}' } },
      request: get('/diaries?limit=1'),
      as: 'page',
      status: 200,
      body: including({}),
      calls: [ana.query({ Limit: 1 })],
      after: [{ request: get('/diaries?limit=1&cursor={page.nextCursor}', BEN), ...refused(400, 'invalid-cursor', [{ parameter: 'cursor' }]) }],
    },
    { name: 'an owner in the body is unknown', request: post('/diaries', { title: TITLE, owner: 'ben', sub: 'ben' }), ...refused(400, 'validation-failed', [{ pointer: '/owner' }, { pointer: '/sub' }]) },

    {
      name: 'a child is created if its parent is there, in one transaction',
      given,
      request: post(ENTRIES, entry),
      as: 'entry',
      status: 201,
      headers: { Location: `${ENTRIES}/{entry.id}` },
      body: { id: anId, ...entry, ...first },
      calls: [transaction([entriesOf('ana').putItem(entry), parentIsThere('ana')])],
      after: [
        { request: get(`${ENTRIES}/{entry.id}`), status: 200, body: '{entry.item}', calls: [entriesOf('ana').getItem('{entry.id}')] },
        { request: get(ENTRIES), status: 200, body: { items: ['{entry.item}'] }, calls: [entriesOf('ana').query()] },
        { request: get(`${ENTRIES}/{entry.id}`, BEN), ...notFound([entriesOf('ben').getItem('{entry.id}')]) },
        { request: get(ENTRIES, BEN), status: 200, body: { items: [] }, calls: [entriesOf('ben').query()] },
        {
          request: patch(`${ENTRIES}/{entry.id}`, { text: 'mine' }, BEN),
          ...notFound([entriesOf('ben').patchItem('{entry.id}', { set: { text: 'mine' } }, conditionFails)]),
        },
        { request: remove(`${ENTRIES}/{entry.id}`, BEN), ...notFound([entriesOf('ben').deleteItem('{entry.id}', [], conditionFails)]) },
      ],
    },
    {
      name: 'a child of a missing parent is not created',
      request: post(`/diaries/${NO_ITEM}/entries`, entry),
      status: 404,
      body: problem(404, 'not-found'),
      calls: [transaction([entriesOf('ana', NO_ITEM).putItem(entry), parentIsThere('ana', NO_ITEM)], isCanceled)],
    },
    {
      name: "a child of another's parent is not created, and told as of a missing one",
      given,
      request: post(ENTRIES, entry, BEN),
      status: 404,
      body: problem(404, 'not-found'),
      calls: [transaction([entriesOf('ben').putItem(entry), parentIsThere('ben')], isCanceled)],
    },
    {
      name: 'a child is found by its own parent alone',
      given: { diary: { title: '1-{unique}' }, other: { title: '2-{unique}' } },
      request: post(ENTRIES, entry),
      as: 'entry',
      status: 201,
      body: { id: anId, ...entry, ...first },
      calls: [transaction([entriesOf('ana').putItem(entry), parentIsThere('ana')])],
      after: [{ request: get('/diaries/{other.id}/entries/{entry.id}'), ...notFound([entriesOf('ana', '{other.id}').getItem('{entry.id}')]) }],
    },
    { name: 'a parent id that no item can have is 404 without a call', request: get('/diaries/a%20b/entries'), ...notFound([]) },
  ]).map((one) => ({ caller: 'ana', ...one })),
};
