// A client of the contract's fixture, typed by its OpenAPI document: `API_URL=http://127.0.0.1:3000 API_TOKEN=… node contract.mjs`.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './contract-api.js';
import { commaSeparated, printed } from './calls.mjs';

type Schemas = components['schemas'];

const api = createClient<paths>({ baseUrl: process.env.API_URL!, querySerializer: commaSeparated });
api.use(printed);

/** The code of a problem; API Gateway's own answers have none. */
function codeOf<Code extends string>(error: { code?: Code } | Schemas['GatewayMessage'] | undefined): Code | undefined {
  return error !== undefined && 'code' in error ? error.code : undefined;
}

/** Every type of field, there and back. */
async function fieldTypes(): Promise<void> {
  const body: Schemas['SpecimenInput'] = {
    label: 'fern', note: null, serial: 'A1', count: 3, score: 50, ratio: 0.5, active: true, day: '2025-01-31', moment: '2025-01-31T08:30:00Z',
    contact: 'ana@example.com', colour: 'green', mood: null, marks: [1, 2], origin: { country: 'NZ', place: { latitude: -41 } },
  };
  const { data: specimen } = await api.POST('/specimens', { body });
  assert.ok(specimen);
  assert.deepEqual([specimen.note, specimen.mood, specimen.origin?.place?.latitude], [null, null, -41]);
  const params = { path: { id: specimen.id } };
  const changed = await api.PATCH('/specimens/{id}', { params, body: { note: 'tall', origin: { city: 'Nelson' }, marks: null } });
  assert.deepEqual(changed.data?.origin, { country: 'NZ', city: 'Nelson', place: { latitude: -41 } });
  const fixed = await api.PATCH('/specimens/{id}', { params, body: { serial: 'A2' } });
  assert.equal(codeOf(fixed.error), 'validation-failed');

  const filtered = await api.GET('/specimens', {
    params: { query: { 'colour:in': ['green', 'red'], 'ratio:between': [0, 1], 'active': true, 'label:beginsWith': 'fe' } },
  });
  assert.deepEqual(filtered.data?.items.map(({ id }) => id), [specimen.id]);

  const sample = await api.POST('/samples', {
    body: { price: '19.90', home: 'https://example.com/', content: 'aGVsbG8=', secret: 's', counts: { a: 1 }, extra: [1, { b: null }] },
  });
  assert.deepEqual([sample.data?.price, sample.data?.counts?.a, sample.data?.self], ['19.9', 1, `/samples/${sample.data?.id}`]);
}

/** Ids that clients choose, UPSERT and COUNT. */
async function chosenIds(): Promise<void> {
  const created = await api.PUT('/pages', { body: { id: 'home', heading: 'Home' } });
  assert.deepEqual([created.response.status, created.data?.id], [201, 'home']);
  const again = await api.PUT('/pages', { body: { id: 'home', heading: 'Start', rank: 1 } });
  assert.deepEqual([again.response.status, again.data?.rank], [200, 1]);
  const taken = await api.POST('/pages', { body: { id: 'home', heading: 'Another' } });
  assert.equal(codeOf(taken.error), 'already-exists');
  const kept = await api.PUT('/pages/{id}', { params: { path: { id: 'home' }, header: { 'If-None-Match': '*' } }, body: { heading: 'Another' } });
  assert.equal(codeOf(kept.error), 'version-mismatch');
  const counted = await api.GET('/pages/count', { params: { query: { id: 'home' } } });
  assert.deepEqual(counted.data, { count: 1, complete: true });
}

/** Unique values, BATCH and CLEAR. */
async function together(): Promise<void> {
  const email = 'ana@example.com';
  await api.POST('/members', { body: { email } });
  const clash = await api.POST('/members', { body: { email } });
  assert.equal(codeOf(clash.error), 'unique-violation');

  const { data } = await api.POST('/members/batch', {
    body: { actions: [{ action: 'create', item: { email: 'ben@example.com' } }, { action: 'create', item: { email: 'eve@example.com' } }] },
  });
  const ben = data?.results[0]?.item;
  assert.deepEqual([data?.results.map(({ status }) => status), ben?.email], [[201, 201], 'ben@example.com']);
  const mixed = await api.POST('/members/batch', {
    body: { atomic: false, actions: [{ action: 'update', id: ben!.id, patch: { nick: 'b' } }, { action: 'create', item: { email } }] },
  });
  assert.equal(mixed.response.status, 207);
  assert.deepEqual(mixed.data?.results.map(({ status, problem }) => [status, problem?.code]), [[200, undefined], [409, 'unique-violation']]);
  const cleared = await api.DELETE('/members');
  assert.deepEqual(cleared.data, { deleted: 3, complete: true });
}

/** A key makes a request one, however often it is sent; a bare list has its next page in `Link`. */
async function repeats(): Promise<void> {
  const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
  const first = await api.POST('/things', { params, body: { name: 'one' } });
  const second = await api.POST('/things', { params, body: { name: 'one' } });
  assert.equal(second.data?.id, first.data?.id);
  assert.equal(second.response.headers.get('idempotency-replayed'), 'true');
  const other = await api.POST('/things', { params, body: { name: 'two' } });
  assert.equal(codeOf(other.error), 'idempotency-key-reused');

  await api.POST('/things', { body: { name: 'two' } });
  const page = await api.GET('/things', { params: { query: { limit: 1 } } });
  assert.deepEqual(page.data?.map(({ name }) => name), ['one']);
  const [, cursor] = /[?&]cursor=([^&>]+)/.exec(page.response.headers.get('link')!)!;
  const next = await api.GET('/things', { params: { query: { limit: 2, cursor } } });
  assert.deepEqual(next.data?.map(({ name }) => name), ['two']);
  assert.equal(next.response.headers.get('link'), null);
}

/** Soft delete, RESTORE and expiry. */
async function lifetimes(): Promise<void> {
  const { data: note } = await api.POST('/notes', { body: { text: 'short-lived', expiresAt: '2999-01-01T00:00:00Z' } });
  assert.ok(note);
  const params = { path: { id: note.id } };
  const early = await api.POST('/notes/{id}/restore', { params });
  assert.equal(codeOf(early.error), 'conflict');
  await api.DELETE('/notes/{id}', { params });
  const gone = await api.GET('/notes/{id}', { params });
  assert.equal(codeOf(gone.error), 'not-found');
  const back = await api.POST('/notes/{id}/restore', { params });
  assert.deepEqual([back.data?.text, back.data?.expiresAt], ['short-lived', '2999-01-01T00:00:00.000Z']);
}

/** Orders by an index: equality, a range, and the order of its attributes. */
async function indexes(): Promise<void> {
  const days = ['2025-01-02', '2025-01-01', '2025-01-03'];
  for (const placedOn of days) await api.POST('/orders', { body: { customer: 'ana', state: 'open', placedOn } });
  const { data } = await api.GET('/orders', {
    params: { query: { 'index': 'byState', 'state': 'open', 'placedOn:gte': '2025-01-02', 'order': 'desc', 'fields': ['placedOn'] } },
  });
  assert.deepEqual(data?.items, [{ placedOn: '2025-01-03' }, { placedOn: '2025-01-02' }]);
  const unserved = await api.GET('/orders', { params: { query: { 'placedOn:gte': '2025-01-02' } } });
  assert.equal(codeOf(unserved.error), 'index-required');
}

/** What is configured: envelopes, another path parameter, an update by PUT, a count in the page, `If-Match` on each write. */
async function shapes(): Promise<void> {
  const created = await api.POST('/v1/drafts', { body: { title: 'Draft' } });
  assert.ok(created.data);
  const { draft } = created.data;
  assert.deepEqual([created.response.status, created.response.headers.get('location')], [200, `https://api.example.com/base/v1/drafts/${draft.id}`]);
  const path = { draftId: draft.id };
  const read = await api.GET('/v1/drafts/{draftId}', { params: { path } });
  assert.deepEqual(read.data?.draft, draft);
  const blind = await api.PUT('/v1/drafts/{draftId}', { params: { path }, body: { title: 'Final' } });
  assert.equal(codeOf(blind.error), 'precondition-required');
  const header = { 'If-Match': read.response.headers.get('etag')! };
  const updated = await api.PUT('/v1/drafts/{draftId}', { params: { path, header }, body: { title: 'Final' } });
  assert.equal(updated.data?.title, 'Final');
  const page = await api.GET('/v1/drafts');
  assert.deepEqual([page.data?.count, page.data?.items[0]?.title], [1, 'Final']);
}

/** Items of the caller, of their team, and below a parent. */
async function scopes(): Promise<void> {
  const anonymous = await api.POST('/diaries', { body: { title: 'Mine' } });
  assert.equal(anonymous.response.status, 401);
  assert.ok(anonymous.error && 'message' in anonymous.error);

  const headers = { authorization: `Bearer ${process.env.API_TOKEN}` };
  const { data: diary } = await api.POST('/diaries', { headers, body: { title: 'Mine' } });
  assert.ok(diary);
  const params = { path: { id: diary.id } };
  const entry = await api.POST('/diaries/{id}/entries', { headers, params, body: { text: 'Dear diary' } });
  assert.match(entry.response.headers.get('location')!, new RegExp(`^/diaries/${diary.id}/entries/`));
  const entries = await api.GET('/diaries/{id}/entries', { headers, params });
  assert.deepEqual(entries.data?.items.map(({ text }) => text), ['Dear diary']);
  const plan = await api.POST('/plans', { headers, body: { goal: 'Ship it' } });
  assert.equal(plan.data?.goal, 'Ship it');

  await api.POST('/grains', { body: { size: 3 } });
  const grains = await api.GET('/grains/count', { params: { query: { 'size:lt': 5, 'consistent': true } } });
  assert.deepEqual(grains.data, { count: 1, complete: true });
  const { response } = await api.HEAD('/todos', { params: { query: { completed: true } } });
  assert.equal(response.status, 200);
}

/** Nothing of this compiles; never called. */
export const mistakes = [
  // @ts-expect-error a value that colours do not have
  (): Schemas['SpecimenInput'] => ({ label: 'fern', colour: 'pink' }),
  // @ts-expect-error null where the field is not nullable
  (): Schemas['SpecimenInput'] => ({ label: null }),
  // @ts-expect-error a member that is not nested there
  (): Schemas['SpecimenInput'] => ({ label: 'fern', origin: { country: 'NZ', planet: 'Earth' } }),
  // @ts-expect-error a decimal is a text
  (): Schemas['SampleInput'] => ({ price: 19.9 }),
  // @ts-expect-error what is write-only is never answered
  (sample: Schemas['Sample']) => sample.secret,
  // @ts-expect-error clients choose the id
  () => api.PUT('/pages', { body: { heading: 'Home' } }),
  // @ts-expect-error an index that orders do not have
  () => api.GET('/orders', { params: { query: { index: 'byWeight' } } }),
  // @ts-expect-error a list of values
  () => api.GET('/specimens', { params: { query: { 'colour:in': 'green' } } }),
  // @ts-expect-error an action that is none
  (): Schemas['MemberBatch'] => ({ actions: [{ action: 'upsert', item: { email: '' } }] }),
  // @ts-expect-error a patch without the item's id
  (): Schemas['MemberBatch'] => ({ actions: [{ action: 'update', patch: {} }] }),
  // @ts-expect-error the parameter has another name
  () => api.GET('/v1/drafts/{draftId}', { params: { path: { id: '' } } }),
  // @ts-expect-error a list without an envelope is an array
  (list: paths['/things']['get']['responses'][200]['content']['application/json']) => list.items,
  // @ts-expect-error a draft is in its envelope
  (created: paths['/v1/drafts']['post']['responses'][200]['content']['application/json']) => created.title,
];

await fieldTypes();
await chosenIds();
await together();
await repeats();
await lifetimes();
await indexes();
await shapes();
await scopes();
