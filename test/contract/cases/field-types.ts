import { callsOf } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { absent, anId, anInstant, itemLike } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, patch, post, sendJson } from '../harness/requests';

const samples = callsOf({ scope: 'sample|collection|', fields: ['price', 'home', 'content', 'secret', 'counts', 'extra', 'about'] });
const serverSet = { id: anId, self: '/samples/{it.id}', createdAt: anInstant, updatedAt: anInstant, version: 1 };

/** A value, how it is answered, and how it is stored. */
const held: [field: string, value: unknown, answered?: unknown, stored?: unknown][] = [
  ['price', '19.90', '19.9', 19.9],
  ['price', '12345678901234567890123456789012345678', undefined, { N: '12345678901234567890123456789012345678' }],
  ['price', '0.1', '0.1', 0.1],
  ['price', '0', '0', 0],
  ['home', 'https://example.com/a?b#c'],
  ['content', 'aGVsbG8=', undefined, { B: 'aGVsbG8=' }],
  ['content', '', undefined, { B: '' }],
  ['counts', {}],
  ['counts', { 'a b': 1, 'toString': 2, 'a.b[0]': -3 }],
  ['extra', null],
  ['extra', { deep: [1, 'two', null, { three: true }], constructor: {} }],
  ['extra', 'text'],
  ['about', '01890000-0000-7000-8000-000000000000'],
];

const wrong: [field: string, value: unknown, code: string, pointer?: string][] = [
  ['price', 19.9, 'type'],
  ['price', '19,90', 'format'],
  ['price', '-0.01', 'minimum'],
  ['price', '123456789012345678901234567890123456789', 'format'],
  ['price', '1e126', 'format'],
  ['home', 'example.com', 'format'],
  ['home', 'https://exa mple.com', 'format'],
  ['content', 'a', 'contentEncoding'],
  ['content', 'aGVsbG8', 'contentEncoding'],
  ['counts', { a: 1, b: 2, c: 3, d: 4 }, 'maxProperties'],
  ['counts', { a: 'one' }, 'type', '/counts/a'],
  ['about', '', 'minLength'],
];

export const fieldTypes: CaseFile = {
  topic: 'field types',
  cases: inCollection('/samples', [
    ...held.map(([field, value, answered = value, stored = answered]): Case => ({
      name: `${field} holds ${JSON.stringify(value)}`,
      request: post('/samples', { [field]: value }),
      as: 'it',
      status: 201,
      body: { ...serverSet, [field]: answered },
      calls: [samples.putItem({ [field]: stored })],
      after: [{ request: get('/samples/{it.id}'), status: 200, headers: { ETag: '{it.etag}' }, body: '{it.item}', calls: [samples.getItem('{it.id}')] }],
    })),
    ...wrong.map(([field, value, code, pointer = `/${field}`]): Case => ({
      name: `${field} ${JSON.stringify(value)} breaks ${code}`,
      request: post('/samples', { [field]: value }),
      ...refused(400, 'validation-failed', [{ pointer, code }]),
    })),
    {
      name: 'a write-only field is stored, and never returned',
      request: post('/samples', { secret: 'hush' }),
      as: 'it',
      status: 201,
      body: serverSet,
      calls: [samples.putItem({ secret: 'hush' })],
      after: [
        { request: get('/samples/{it.id}'), status: 200, body: '{it.item}', calls: [samples.getItem('{it.id}')] },
        {
          request: patch('/samples/{it.id}', { secret: 'other' }),
          status: 200,
          body: itemLike('it', { secret: absent, updatedAt: anInstant, version: 2 }),
          calls: [samples.patchItem('{it.id}', { set: { secret: 'other' } })],
        },
        { request: get('/samples?secret=other'), ...refused(400, 'invalid-parameter', [{ parameter: 'secret' }]) },
      ],
    },
    {
      name: 'a self link is computed: what a body says of it is ignored',
      request: post('/samples', { self: 'https://evil.example' }),
      as: 'it',
      status: 201,
      body: serverSet,
      calls: [samples.putItem({})],
    },
    { name: '__proto__ is no key of a map', request: sendJson('POST', '/samples', '{"counts":{"__proto__":1}}'), ...refused(400, 'malformed-json') },
    {
      name: 'a merge patch reaches into free JSON',
      given: { it: { extra: { a: { b: 1, c: 2 }, d: [1] } } },
      request: patch('/samples/{it.id}', { extra: { a: { b: null, e: { f: null, g: 3 } }, d: [2] } }),
      status: 200,
      body: itemLike('it', { extra: { a: { c: 2, e: { g: 3 } }, d: [2] }, updatedAt: anInstant, version: 2 }),
      calls: [
        samples.patchItem('{it.id}', {
          set: { 'extra.a.e.g': 3, 'extra.d': [2] },
          remove: ['extra.a.b', 'extra.a.e.f'],
          guards: ['attribute_type(extra, "M")', 'attribute_type(extra.a, "M")', 'attribute_type(extra.a.e, "M")'],
        }, { error: 'ConditionalCheckFailedException' }),
        samples.patchItem('{it.id}', {
          set: { extra: { a: { c: 2, e: { g: 3 } }, d: [2] } }, guards: ['createdAt = "{it.createdAt}"', '_life = "{it.life}"', 'version = 1'],
        }),
      ],
    },
  ]),
};
