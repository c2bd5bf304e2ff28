import { NO_ITEM, notes } from '../fixture/entities';
import { conditionFails } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { absent, aNumber, anETag, anId, anInstant, arrayOf, including, itemLike, other } from '../harness/matchers';
import { notFound, problem, refused } from '../harness/problems';
import { act, get, head, patch, post, put, remove } from '../harness/requests';

const PAST = '2020-01-01T00:00:00.000Z';
const FUTURE = '2099-12-31T23:59:59.000Z';
const FUTURE_SECONDS = Date.parse(FUTURE) / 1000;
const PATH = '/notes/{note.id}';
const given = { note: { text: 'here' } };
const expired = { note: { text: 'over', expiresAt: PAST } };
const read = [notes.getItem('{note.id}')];
const deleted = notes.patchItem('{note.id}', { set: { deletedAt: anInstant, _ttl: aNumber } });
const RESTORABLE = ['attribute_exists(deletedAt)', 'NOT _ttl <= "<seconds>"', 'attribute_not_exists(expiresAt)'];
const restored = { remove: ['deletedAt', '_ttl'], guards: RESTORABLE };
const restore = (path = PATH) => act(`${path}/restore`);

/** An item that is there for the store alone: absent in every operation, as one that never was. */
const absentIn = (what: string, hidden: Pick<Case, 'given' | 'before'>): Case[] => [
  { name: `${what} is absent in GET`, ...hidden, request: get(PATH), ...notFound(read) },
  { name: `${what} is absent in HEAD`, ...hidden, request: head(PATH), status: 404, calls: read },
  {
    name: `${what} is absent in PATCH`,
    ...hidden,
    request: patch(PATH, { text: 'back' }),
    ...notFound([notes.patchItem('{note.id}', { set: { text: 'back' } }, conditionFails)]),
  },
  {
    name: `${what} is absent in PUT`,
    ...hidden,
    request: put(PATH, { text: 'back' }),
    ...notFound([notes.replaceItem('{note.id}', { text: 'back' }, [], conditionFails)]),
  },
  {
    name: `${what} is absent in PUT with a tag that was right`,
    ...hidden,
    request: put(PATH, { text: 'back' }, { 'If-Match': '{note.etag}' }),
    status: 412,
    headers: { ETag: absent },
    body: problem(412, 'version-mismatch'),
    calls: [notes.replaceItem('{note.id}', { text: 'back' }, ['createdAt = "{note.createdAt}"', '_life = "{note.life}"', 'version = 1'], conditionFails)],
  },
  {
    name: `${what} is absent in DELETE`,
    ...hidden,
    request: remove(PATH),
    ...notFound([notes.patchItem('{note.id}', { set: { deletedAt: anInstant, _ttl: aNumber } }, conditionFails)]),
  },
  {
    name: `${what} is in no list`,
    ...hidden,
    exclusive: true,
    request: get('/notes'),
    status: 200,
    body: { items: [] },
    calls: [notes.query()],
  },
  {
    name: `${what} is not counted`,
    ...hidden,
    exclusive: true,
    request: get('/notes/count'),
    status: 200,
    body: { count: 0, complete: true },
    calls: [notes.query({ Limit: undefined, Select: 'COUNT' })],
  },
];

export const lifetimes: CaseFile = {
  topic: 'soft delete and expiry',
  cases: inCollection('/notes', [
    {
      name: 'a delete marks the item, with the day of its removal',
      given,
      request: remove(PATH),
      status: 204,
      calls: [deleted],
    },
    ...absentIn('a deleted item', { given, before: [remove(PATH)] }),
    ...absentIn('an expired item', { given: expired }),
    {
      name: 'a restore brings the item back, as a new version',
      given,
      before: [remove(PATH)],
      request: restore(),
      status: 200,
      headers: { ETag: other('{note.etag}') },
      body: itemLike('note', { updatedAt: anInstant, version: 3 }),
      calls: [notes.updateItem('{note.id}', restored)],
      after: [{ request: get(PATH), status: 200, body: itemLike('note', { updatedAt: anInstant, version: 3 }), calls: read }],
    },
    {
      name: 'a restore of an item that is not deleted is 409',
      given,
      request: restore(),
      status: 409,
      body: problem(409, 'conflict'),
      calls: [notes.updateItem('{note.id}', restored, conditionFails)],
    },
    { name: 'a restore of a missing item is 404', request: restore(`/notes/${NO_ITEM}`), ...notFound([notes.updateItem(NO_ITEM, restored, conditionFails)]) },
    {
      name: 'a restore of an item that has expired meanwhile is 404',
      given: expired,
      request: restore(),
      ...notFound([notes.updateItem('{note.id}', restored, conditionFails)]),
    },
    {
      name: 'a restore gives back the expiry of the item itself',
      given: { note: { text: 'here', expiresAt: FUTURE } },
      before: [remove(PATH)],
      request: restore(),
      status: 200,
      body: itemLike('note', { updatedAt: anInstant, version: 3 }),
      calls: [
        notes.updateItem('{note.id}', restored, conditionFails),
        notes.updateItem('{note.id}', {
          set: { _ttl: FUTURE_SECONDS }, remove: ['deletedAt'], guards: ['attribute_exists(id)', 'createdAt = "{note.createdAt}"', '_life = "{note.life}"', 'version = 2'],
        }),
      ],
    },
    {
      name: 'expiresAt is kept in UTC, and beside it what DynamoDB removes by',
      request: post('/notes', { text: 'ends', expiresAt: '2100-01-01T01:59:59+02:00' }),
      as: 'note',
      status: 201,
      headers: { ETag: anETag },
      body: { id: anId, text: 'ends', expiresAt: FUTURE, createdAt: anInstant, updatedAt: anInstant, version: 1 },
      calls: [notes.putItem({ text: 'ends', expiresAt: FUTURE, _ttl: FUTURE_SECONDS })],
      after: [{ request: get(PATH), status: 200, body: '{note.item}', calls: read }],
    },
    {
      name: 'a patch moves the expiry',
      given,
      request: patch(PATH, { expiresAt: FUTURE }),
      status: 200,
      body: itemLike('note', { expiresAt: FUTURE, updatedAt: anInstant, version: 2 }),
      calls: [notes.patchItem('{note.id}', { set: { expiresAt: FUTURE, _ttl: FUTURE_SECONDS } })],
    },
    {
      name: 'a patch takes the expiry away',
      given: { note: { text: 'ends', expiresAt: FUTURE } },
      request: patch(PATH, { expiresAt: null }),
      status: 200,
      body: itemLike('note', { expiresAt: absent, updatedAt: anInstant, version: 2 }),
      calls: [notes.patchItem('{note.id}', { remove: ['expiresAt', '_ttl'] })],
    },
    { name: 'expiresAt is a dateTime', request: post('/notes', { text: 'ends', expiresAt: 'soon' }), ...refused(400, 'validation-failed', [{ pointer: '/expiresAt', code: 'format' }]) },
    {
      name: 'deletedAt is the server\'s own',
      request: post('/notes', { text: 'mine', deletedAt: PAST }),
      ...refused(400, 'validation-failed', [{ pointer: '/deletedAt', code: 'unknown' }]),
    },
    {
      name: 'a list shows the living alone',
      exclusive: true,
      given: { a: { text: 'a' }, note: { text: 'b' }, c: { text: 'c', expiresAt: PAST }, d: { text: 'd', expiresAt: FUTURE } },
      before: [remove(PATH)],
      request: get('/notes'),
      status: 200,
      body: { items: ['{a.item}', '{d.item}'] },
      calls: [notes.query()],
    },
    {
      name: 'CLEAR deletes for good',
      exclusive: true,
      given: { a: { text: 'a' }, note: { text: 'b' } },
      request: remove('/notes'),
      status: 200,
      body: { deleted: aNumber, complete: true },
      calls: [
        { action: 'Query', input: including({ KeyConditionExpression: '_scope = "note|collection|"', ConsistentRead: true }) as never },
        { action: 'BatchWriteItem', input: { ReturnConsumedCapacity: 'TOTAL', RequestItems: arrayOf({ DeleteRequest: { Key: { _scope: 'note|collection|', id: anId } } }, { from: 2, to: 25 }) } },
      ],
      after: [
        { request: restore(), ...notFound([notes.updateItem('{note.id}', restored, conditionFails)]) },
        { request: get('/notes'), status: 200, body: { items: [] }, calls: [notes.query()] },
      ],
    },
  ]),
};
