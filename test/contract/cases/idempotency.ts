import { thingRecords, things } from '../fixture/entities';
import { isCanceled, transaction } from '../harness/calls';
import { CaseFile, inCollection } from '../harness/case';
import { absent, anETag, anId, anInstant } from '../harness/matchers';
import { problem, refused } from '../harness/problems';
import { get, patch, post, put, remove } from '../harness/requests';

const key = { 'Idempotency-Key': 'key-{unique}' };
const first = { id: anId, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const created = {
  request: post('/things', { name: 'once' }, key),
  as: 'thing',
  status: 201,
  headers: { 'Location': '/things/{thing.id}', 'ETag': anETag, 'Idempotency-Replayed': absent },
  body: { ...first, name: 'once' },
  calls: [transaction([things.putItem({ name: 'once' }), thingRecords.rememberKey('{thing.id}')], { units: 4 })],
};

/** What a create under a key that is known already tries, before it finds the record. */
const attempt = (name: string) => transaction([things.putItem({ name }), thingRecords.rememberKey(anId)], isCanceled);
const reused = { status: 422, body: problem(422, 'idempotency-key-reused') };

export const idempotency: CaseFile = {
  topic: 'idempotency keys',
  cases: inCollection('/things', [
    {
      name: 'the same request again is answered with the same item',
      ...created,
      after: [{
        request: post('/things', { name: 'once' }, key),
        status: 201,
        headers: { 'Location': '/things/{thing.id}', 'ETag': '{thing.etag}', 'Idempotency-Replayed': 'true' },
        body: '{thing.item}',
        calls: [attempt('once'), things.getItem('{thing.id}')],
      }],
    },
    {
      name: 'the body counts as JSON, not as text',
      ...created,
      after: [{
        request: { method: 'POST', path: '/things', headers: { ...key, 'Content-Type': 'application/json' }, body: ' { "name" : "\\u006fnce" } ' },
        status: 201,
        headers: { 'Idempotency-Replayed': 'true' },
        body: '{thing.item}',
        calls: [attempt('once'), things.getItem('{thing.id}')],
      }],
    },
    {
      name: 'another body under the same key is 422',
      ...created,
      after: [{ request: post('/things', { name: 'other' }, key), ...reused, calls: [attempt('other')] }],
    },
    {
      name: 'the item is answered as it is now',
      ...created,
      after: [
        {
          request: patch('/things/{thing.id}', { name: 'edited' }),
          as: 'edited',
          status: 200,
          body: { ...first, id: '{thing.id}', name: 'edited', version: 2 },
          calls: [things.patchItem('{thing.id}', { set: { name: 'edited' } })],
        },
        {
          request: post('/things', { name: 'once' }, key),
          status: 201,
          headers: { 'ETag': '{edited.etag}', 'Idempotency-Replayed': 'true' },
          body: '{edited.item}',
          calls: [attempt('once'), things.getItem('{thing.id}')],
        },
      ],
    },
    {
      name: 'a repeat whose item is gone meanwhile is 409, and makes no second one',
      ...created,
      after: [
        { request: remove('/things/{thing.id}'), status: 204, calls: [things.deleteItem('{thing.id}')] },
        { request: post('/things', { name: 'once' }, key), status: 409, body: problem(409, 'conflict'), calls: [attempt('once'), things.getItem('{thing.id}')] },
      ],
    },
    {
      name: 'another key is another item',
      ...created,
      after: [{
        request: post('/things', { name: 'once' }, { 'Idempotency-Key': 'other-{unique}' }),
        as: 'second',
        status: 201,
        headers: { 'Idempotency-Replayed': absent },
        body: { ...first, name: 'once' },
        calls: [transaction([things.putItem({ name: 'once' }), thingRecords.rememberKey('{second.id}')])],
      }],
    },
    {
      name: 'without a key a create is one plain call',
      request: post('/things', { name: 'plain' }),
      status: 201,
      body: { ...first, name: 'plain' },
      calls: [things.putItem({ name: 'plain' }, { units: 1 })],
    },
    {
      name: 'an invalid body leaves no record, so the key can be used again',
      request: post('/things', {}, key),
      ...refused(400, 'validation-failed', [{ pointer: '/name', code: 'required' }]),
      after: [created],
    },
    ...['', ' ', 'x'.repeat(300), 'tab\there'].map((value) => ({
      name: `the key ${JSON.stringify(value.slice(0, 10))} of ${value.length} characters is refused`,
      request: post('/things', { name: 'once' }, { 'Idempotency-Key': value }),
      ...refused(400, 'invalid-header', [{ header: 'Idempotency-Key' }]),
    })),
    {
      name: 'a patch under a key is done once, without a further call',
      given: { thing: { name: 'old' } },
      request: patch('/things/{thing.id}', { name: 'new' }, key),
      as: 'patched',
      status: 200,
      headers: { 'Idempotency-Replayed': absent },
      body: { ...first, id: '{thing.id}', name: 'new', version: 2 },
      calls: [things.patchItem('{thing.id}', { set: { name: 'new' } }, { units: 1 })],
      after: [
        {
          request: patch('/things/{thing.id}', { name: 'new' }, key),
          status: 200,
          headers: { 'ETag': '{patched.etag}', 'Idempotency-Replayed': 'true' },
          body: '{patched.item}',
          calls: [things.patchItem('{thing.id}', { set: { name: 'new' } }, { error: 'ConditionalCheckFailedException' })],
        },
        {
          request: patch('/things/{thing.id}', { name: 'newer' }, key),
          ...reused,
          calls: [things.patchItem('{thing.id}', { set: { name: 'newer' } }, { error: 'ConditionalCheckFailedException' })],
        },
      ],
    },
    {
      name: 'a replace under a key is done once, even with the tag from before it',
      given: { thing: { name: 'old' } },
      request: put('/things/{thing.id}', { name: 'new' }, { ...key, 'If-Match': '{thing.etag}' }),
      as: 'replaced',
      status: 200,
      body: { ...first, id: '{thing.id}', name: 'new', version: 2 },
      calls: [things.replaceItem('{thing.id}', { name: 'new' }, ['createdAt = "{thing.createdAt}"', '_life = "{thing.life}"', 'version = 1'])],
      after: [{
        request: put('/things/{thing.id}', { name: 'new' }, { ...key, 'If-Match': '{thing.etag}' }),
        status: 200,
        headers: { 'ETag': '{replaced.etag}', 'Idempotency-Replayed': 'true' },
        body: '{replaced.item}',
        calls: [things.replaceItem('{thing.id}', { name: 'new' }, ['createdAt = "{thing.createdAt}"', '_life = "{thing.life}"', 'version = 1'], { error: 'ConditionalCheckFailedException' })],
      }],
    },
    {
      name: 'records are in no list',
      exclusive: true,
      ...created,
      after: [{ request: get('/things'), status: 200, headers: { Link: absent }, body: ['{thing.item}'], calls: [things.query()] }],
    },
  ]),
};
