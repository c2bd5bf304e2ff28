import { pages } from '../fixture/entities';
import { conditionFails } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { absent, anETag, anInstant, itemLike, other } from '../harness/matchers';
import { notFound, problem, refused } from '../harness/problems';
import { get, post, put, remove } from '../harness/requests';

const first = { createdAt: anInstant, updatedAt: anInstant, version: 1 };
const ID = 'p-{unique}';
const PATH = `/pages/${ID}`;
const given = { page: { id: ID, heading: 'old' } };

const possible = ['A.b_c~d-9', '0', '-', '...', 'x'.repeat(91)];
const impossible: [what: string, id: unknown][] = [
  ['an empty one', ''], ['a slash', 'a/b'], ['a space', 'a b'], ['129 characters', 'x'.repeat(129)], ['another script', 'é'], ['a percent sign', '%41'],
  ['a dot', '.'], ['two dots', '..'], ['a segment of the API', 'count'], ['a number', 5], ['null', null], ['a line break', 'a\n'],
];

export const chosenIds: CaseFile = {
  topic: 'chosen ids',
  cases: inCollection('/pages', [
    {
      name: 'a create takes the id of the body',
      request: post('/pages', { id: ID, heading: 'new' }),
      as: 'created',
      status: 201,
      headers: { Location: PATH, ETag: anETag },
      body: { id: ID, heading: 'new', ...first },
      calls: [pages.putItem({ id: ID, heading: 'new' }, { units: 1 })],
      after: [{ request: get(PATH), status: 200, headers: { ETag: '{created.etag}' }, body: '{created.item}', calls: [pages.getItem(ID)] }],
    },
    {
      name: 'a second create of one id is 409',
      given,
      request: post('/pages', { id: ID, heading: 'new' }),
      status: 409,
      body: problem(409, 'already-exists', [{ pointer: '/id' }]),
      calls: [pages.putItem({ id: ID, heading: 'new' }, conditionFails)],
      after: [{ request: get(PATH), status: 200, body: '{page.item}', calls: [pages.getItem(ID)] }],
    },
    {
      name: 'a create with If-None-Match: * of an id that is taken is 412',
      given,
      request: post('/pages', { id: ID, heading: 'new' }, { 'If-None-Match': '*' }),
      status: 412,
      headers: { ETag: '{page.etag}' },
      body: problem(412, 'version-mismatch'),
      calls: [pages.putItem({ id: ID, heading: 'new' }, conditionFails)],
    },
    { name: 'a create without an id is refused', request: post('/pages', { heading: 'new' }), ...refused(400, 'validation-failed', [{ pointer: '/id', code: 'required' }]) },
    ...impossible.map(([what, id]): Case => ({
      name: `${what} is no id`,
      request: post('/pages', { id, heading: 'new' }),
      ...refused(400, 'validation-failed', [{ pointer: '/id' }]),
    })),
    ...possible.map((id): Case => ({
      name: `an id can be ${id}`,
      request: post('/pages', { id: `${id}{unique}`, heading: 'new' }),
      status: 201,
      headers: { Location: `/pages/${id}{unique}` },
      body: { id: `${id}{unique}`, heading: 'new', ...first },
      calls: [pages.putItem({ id: `${id}{unique}`, heading: 'new' })],
    })),
    { name: 'a path id that cannot be one is 404 without a call', request: get('/pages/a%20b'), ...notFound([]) },
    { name: 'ids are compared by characters, not by sound', given, request: get('/pages/P-{unique}'), ...notFound([pages.getItem('P-{unique}')]) },
    {
      name: 'a percent-encoded letter is the letter',
      given,
      request: get('/pages/%70-{unique}'),
      status: 200,
      body: '{page.item}',
      calls: [pages.getItem(ID)],
    },
    {
      name: 'a PUT of a new id creates',
      request: put(PATH, { heading: 'new' }),
      status: 201,
      headers: { Location: PATH, ETag: anETag },
      body: { id: ID, heading: 'new', ...first },
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' }, [], { units: 1 })],
    },
    {
      name: 'a PUT of an id that is there replaces',
      given: { page: { id: ID, heading: 'old', rank: 4 } },
      request: put(PATH, { heading: 'new' }),
      status: 200,
      headers: { Location: absent, ETag: other('{page.etag}') },
      body: itemLike('page', { heading: 'new', rank: absent, updatedAt: anInstant, version: 2 }),
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' })],
    },
    {
      name: 'a PUT with If-None-Match: * creates what is not there',
      request: put(PATH, { heading: 'new' }, { 'If-None-Match': '*' }),
      status: 201,
      body: { id: ID, heading: 'new', ...first },
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' }, ['attribute_not_exists(id)'])],
    },
    {
      name: 'a PUT with If-None-Match: * replaces nothing',
      given,
      request: put(PATH, { heading: 'new' }, { 'If-None-Match': '*' }),
      status: 412,
      headers: { ETag: '{page.etag}' },
      body: problem(412, 'version-mismatch'),
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' }, ['attribute_not_exists(id)'], conditionFails)],
      after: [{ request: get(PATH), status: 200, body: '{page.item}', calls: [pages.getItem(ID)] }],
    },
    {
      name: 'a PUT with If-Match of an id that is not there is 412',
      request: put(PATH, { heading: 'new' }, { 'If-Match': '*' }),
      status: 412,
      headers: { ETag: absent },
      body: problem(412, 'version-mismatch'),
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' }, ['attribute_exists(id)'], conditionFails)],
      after: [{ request: get(PATH), ...notFound([pages.getItem(ID)]) }],
    },
    ...['%2e', '%2e%2e'].map((id): Case => ({
      name: `a PUT does not create ${decodeURIComponent(id)}, which clients and proxies resolve`,
      request: put(`/pages/${id}`, { heading: 'new' }),
      ...refused(400, 'validation-failed', [{ pointer: '/id' }]),
    })),
    {
      name: 'an id that was made anew has another tag, so an old one does not match',
      given,
      before: [remove(PATH), post('/pages', { id: ID, heading: 'anew' })],
      request: put(PATH, { heading: 'edit' }, { 'If-Match': '{page.etag}' }),
      status: 412,
      headers: { ETag: other('{page.etag}') },
      body: problem(412, 'version-mismatch'),
      calls: [pages.putOrReplaceItem(ID, { heading: 'edit' }, ['attribute_exists(id)', 'createdAt = "{page.createdAt}"', '_life = "{page.life}"', 'version = 1'], conditionFails)],
    },
    {
      name: 'an upsert of a new id creates',
      request: put('/pages', { id: ID, heading: 'new' }),
      status: 201,
      headers: { Location: PATH, ETag: anETag },
      body: { id: ID, heading: 'new', ...first },
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' })],
    },
    {
      name: 'an upsert of an id that is there replaces',
      given: { page: { id: ID, heading: 'old', rank: 4 } },
      request: put('/pages', { id: ID, heading: 'new' }),
      status: 200,
      headers: { Location: absent },
      body: itemLike('page', { heading: 'new', rank: absent, updatedAt: anInstant, version: 2 }),
      calls: [pages.putOrReplaceItem(ID, { heading: 'new' })],
    },
    { name: 'an upsert without an id is refused', request: put('/pages', { heading: 'new' }), ...refused(400, 'validation-failed', [{ pointer: '/id', code: 'required' }]) },
    { name: 'a literal segment wins over an id', request: get('/pages/count?unknown=1'), ...refused(400, 'invalid-parameter', [{ parameter: 'unknown' }]) },
  ]),
};
