import { drafts } from '../fixture/entities';
import { transaction } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { anETag, anId, anInstant, including, listOf, matching } from '../harness/matchers';
import { problem, refused } from '../harness/problems';
import { get, post, put, remove, send } from '../harness/requests';

const first = { id: anId, title: 'a', createdAt: anInstant, updatedAt: anInstant, version: 1 };
const PATH = '/v1/drafts/{it.draft.id}';
/** What the create answered is inside an envelope. */
const created = {
  request: post('/v1/drafts', { title: 'a' }),
  as: 'it',
  status: 200,
  headers: { Location: 'https://api.example.com/base/v1/drafts/{it.draft.id}', ETag: anETag },
  body: { draft: first },
  calls: [drafts.putItem({ title: 'a' })],
};
const CURRENT = ['createdAt = "{it.draft.createdAt}"', '_life = "{it.life}"', 'version = 1'];
const demanded = refused(428, 'precondition-required', [{ header: 'If-Match' }]);

export const shapes: CaseFile = {
  topic: 'shapes by configuration',
  cases: inCollection('/v1/drafts', [
    { name: 'a create with an envelope, another status, another path and a public address', ...created },
    {
      name: 'GET with an envelope, read for half the price',
      ...created,
      after: [{
        request: get(PATH),
        status: 200,
        headers: { ETag: '{it.etag}' },
        body: { draft: '{it.draft}' },
        calls: [{ action: 'GetItem', input: { ReturnConsumedCapacity: 'TOTAL', TableName: matching(/./), Key: drafts.key('{it.draft.id}') }, units: 0.5 }],
      }],
    },
    {
      name: 'UPDATE at PUT is a merge patch',
      ...created,
      after: [{
        request: put(PATH, {}, { 'If-Match': '{it.etag}' }),
        status: 200,
        headers: { ETag: anETag },
        body: { ...first, id: '{it.draft.id}', version: 2 },
        calls: [drafts.patchItem('{it.draft.id}', { guards: CURRENT })],
      }],
    },
    {
      name: 'an operation that was left out is 405',
      request: send('PATCH', '/v1/drafts/01890000-0000-7000-8000-000000000000', '{}', { 'Content-Type': 'application/merge-patch+json' }),
      headers: { Allow: listOf('DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT') },
      ...refused(405, 'method-not-allowed'),
    },
    {
      name: 'the default path is not there',
      wholeHost: true,
      request: get('/drafts'),
      ...refused(404, 'not-found'),
    },
    {
      name: 'an item in the results of a batch has no envelope',
      request: post('/v1/drafts/batch', { actions: [{ action: 'create', item: { title: 'a' } }] }),
      status: 200,
      body: { results: [{ status: 200, etag: anETag, location: matching(/^https:\/\/api\.example\.com\/base\/v1\/drafts\/[\da-f-]{36}$/), item: first }] },
      calls: [transaction([drafts.putItem({ title: 'a' })])],
    },
    { name: 'a write without If-Match is 428', ...created, after: [{ request: put(PATH, { title: 'b' }), ...demanded }] },
    { name: 'a delete without If-Match is 428', ...created, after: [{ request: remove(PATH), ...demanded }] },
    {
      name: 'If-Match: * will do',
      ...created,
      after: [{ request: remove(PATH, { 'If-Match': '*' }), status: 204, calls: [drafts.deleteItem('{it.draft.id}')] }],
    },
    { name: 'a create needs no If-Match', ...created },
    {
      name: 'a list with its count',
      exclusive: true,
      ...created,
      after: [{
        request: get('/v1/drafts'),
        status: 200,
        body: { items: ['{it.draft}'], count: 1 },
        calls: [drafts.query()],
      }],
    },
    {
      name: 'a link is at the public address',
      ...created,
      after: [
        { ...created, as: 'second', headers: {} },
        {
          request: get('/v1/drafts?limit=1'),
          status: 200,
          headers: { Link: matching(/^<https:\/\/api\.example\.com\/base\/v1\/drafts\?limit=1&cursor=[\w-]+>; rel="next"$/) },
          body: including({ count: 1 }),
          calls: [drafts.query({ Limit: 1 })],
        },
      ],
    },
    {
      name: 'unknown fields are dropped',
      ...created,
      request: post('/v1/drafts', { title: 'a', extra: 1, _scope: 'x', nested: { deep: true } }),
    },
    ...['text/plain', 'application/x-www-form-urlencoded', undefined].map((type): Case => ({
      name: `JSON of type ${type ?? 'none'} is JSON`,
      ...created,
      request: send('POST', '/v1/drafts', '{"title":"a"}', { 'Content-Type': type }),
    })),
    {
      name: 'any type is read as JSON, which has to be some',
      request: send('POST', '/v1/drafts', 'title=a', { 'Content-Type': 'application/x-www-form-urlencoded' }),
      status: 400,
      body: problem(400, 'malformed-json'),
      calls: [],
    },
    {
      name: 'a content encoding stays unsupported',
      request: send('POST', '/v1/drafts', '{"title":"a"}', { 'Content-Type': 'text/plain', 'Content-Encoding': 'br' }),
      ...refused(415, 'unsupported-media-type'),
    },
  ]),
};
