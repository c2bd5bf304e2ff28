import { openFunction, storeError } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { STANDARD_OPERATIONS } from '../../src/model';

const FIELDS = {
  title: { type: 'string' },
  code: { 'type': 'string', 'x-unique': 'scope' },
  labels: { type: 'object', additionalProperties: { type: 'string' }, maxProperties: 2 },
  address: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
} as const;
const model = todoModel({ fields: FIELDS as never, operations: [...STANDARD_OPERATIONS, 'batch'] });

let table: TestTable;
beforeEach(async () => { table = await openTable(model); });
afterEach(() => table.close());

const batch = (actions: unknown, more: object = {}) => table.request('POST', '/todos/batch', { body: { actions, ...more } });
const create = async (body: object) => (await table.request('POST', '/todos', { body })).json;
const titles = async () => (await table.request('GET', '/todos')).json.items.map(({ title }: { title: string }) => title);

test('all actions take effect in one transaction', async () => {
  const [a, b, c] = [await create({ title: 'a' }), await create({ title: 'b' }), await create({ title: 'c' })];
  table.actions();
  const { statusCode, json } = await batch([
    { action: 'create', item: { title: 'new' } },
    { action: 'update', id: a.id, patch: { title: 'A' } },
    { action: 'delete', id: b.id },
    { action: 'update', id: c.id, patch: { title: 'C' } },
  ]);
  expect(table.actions()).toEqual(['GetItem', 'TransactWriteItems*4']);
  expect(statusCode).toBe(200);
  expect(json.results).toMatchObject([
    { status: 201, item: { title: 'new', version: 1 }, location: expect.stringMatching('^/todos/') },
    { status: 200, id: a.id },
    { status: 204, id: b.id },
    { status: 200, id: c.id },
  ]);
  expect(await titles()).toEqual(['A', 'C', 'new']);
});

test('or none', async () => {
  const a = await create({ title: 'a' });
  const { json } = await batch([
    { action: 'update', id: a.id, patch: { title: 'A' } },
    { action: 'delete', id: '018df4bc-5600-7000-8000-000000000000' },
    { action: 'update', id: '018df4bc-5600-7000-8000-000000000001', patch: { title: 'x' } },
  ]);
  expect(json).toMatchObject({
    status: 404,
    code: 'not-found',
    errors: [{ pointer: '/actions/1', code: 'not-found' }],
  });
  expect(await titles()).toEqual(['a']);
});

test('every invalid action is told, with its place', async () => {
  const { json } = await batch([{ action: 'create', item: {} }, { action: 'update', id: (await create({ title: 'a' })).id, patch: { title: null, x: 1 } }]);
  expect(json).toMatchObject({ status: 400, code: 'validation-failed' });
  expect(json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`))
    .toEqual(['/actions/0/item/title required', '/actions/1/patch/title required', '/actions/1/patch/x unknown']);
});

test('an action that depends on its item reads it on the way', async () => {
  const [a, b] = [await create({ title: 'a' }), await create({ title: 'b', labels: { x: '1', y: '2' } })];
  expect((await batch([
    { action: 'update', id: a.id, patch: { address: { city: 'Graz' } } },
    { action: 'update', id: b.id, patch: { labels: { x: null, z: '3' } } },
  ])).json.results).toMatchObject([{ status: 200, item: { address: { city: 'Graz' } } }, { status: 200, item: { labels: { y: '2', z: '3' } } }]);
});

test('preconditions are part of the actions', async () => {
  const [a, b] = [await create({ title: 'a' }), await create({ title: 'b' })];
  const [stale, fresh] = [a, b].map(({ id }) => table.request('GET', `/todos/${id}`));
  const { headers: { ETag } } = await stale;
  await table.request('PATCH', `/todos/${a.id}`, { body: { title: 'later' } });
  const actions = [
    { action: 'update', id: a.id, patch: { title: 'A' }, ifMatch: ETag },
    { action: 'update', id: b.id, patch: { title: 'B' }, ifMatch: (await fresh).headers.ETag },
  ];
  expect((await batch(actions)).json).toMatchObject({ status: 412, errors: [{ pointer: '/actions/0', code: 'version-mismatch' }] });
  expect((await batch(actions.slice(1))).statusCode).toBe(200);
});

test('where it is not atomic, each action has an answer of its own', async () => {
  const a = await create({ title: 'a' });
  const { statusCode, json } = await batch([
    { action: 'create', item: { title: 'new' } },
    { action: 'create', item: { title: 5 } },
    { action: 'delete', id: a.id },
    { action: 'delete', id: '018df4bc-5600-7000-8000-000000000000' },
  ], { atomic: false });
  expect(statusCode).toBe(207);
  expect(json.results).toMatchObject([
    { status: 201, item: { title: 'new' } },
    { status: 400, problem: { code: 'validation-failed', errors: [{ pointer: '/title', code: 'type' }] } },
    { status: 204, id: a.id },
    { status: 404, problem: { code: 'not-found' } },
  ]);
  expect(await titles()).toEqual(['new']);
});

test('each by itself, actions that are transactions do not get in each other\'s way', async () => {
  const { statusCode, json } = await batch(['a', 'b'].map((code) => ({ action: 'create', item: { title: 'x', code } })), { atomic: false });
  expect([statusCode, json.results.map(({ status }: { status: number }) => status)]).toEqual([207, [201, 201]]);
  const updates = json.results.map(({ item: { id, code } }: any) => ({ action: 'update', id, patch: { code: `${code}${code}` } }));
  expect((await batch(updates, { atomic: false })).json.results).toMatchObject([{ status: 200, item: { code: 'aa' } }, { status: 200, item: { code: 'bb' } }]);
});

test('a defect in one action leaves the others their answers, and is logged', async () => {
  const { lines, request } = openFunction([{}, storeError('AccessDeniedException'), {}], { model });
  const actions = ['a', 'b', 'c'].map((title) => ({ action: 'create', item: { title } }));
  const { statusCode, json } = await request('POST', '/todos/batch', { body: { atomic: false, actions } });
  expect([statusCode, json.results]).toMatchObject([207, [
    { status: 201 },
    { status: 500, problem: { code: 'internal', detail: 'the request could not be answered' } },
    { status: 201 },
  ]]);
  expect(lines).toMatchObject([{ level: 'ERROR', status: 207, error: { name: 'AccessDeniedException' }, ServerErrors: 1 }]);
});

test.each<[string, unknown, string]>([
  ['no list', {}, '/actions type'],
  ['empty', [], '/actions type'],
  ['no object', [1], '/actions/0 type'],
  ['an unknown action', [{ action: 'upsert' }], '/actions/0/action enum'],
  ['without its members', [{ action: 'update' }], '/actions/0/id required,/actions/0/patch required'],
  ['with others', [{ 'action': 'create', 'item': {}, 'a/b': 1 }], '/actions/0/a~1b unknown'],
  ['an id that is none', [{ action: 'delete', id: '../x' }], '/actions/0/id format'],
  ['with a tag that is none', [{ action: 'delete', id: '018df4bc-5600-7000-8000-000000000000', ifMatch: 'W/x' }], '/actions/0/ifMatch format'],
  ['with too many tags', [{ action: 'delete', id: '018df4bc-5600-7000-8000-000000000000', ifMatch: '"x",'.repeat(21) }], '/actions/0/ifMatch format'],
  ['one item twice', [1, 2].map(() => ({ action: 'delete', id: '018df4bc-5600-7000-8000-000000000000' })), '/actions/1/id repeated'],
])('actions that are %s are 400', async (_, actions, errors) => {
  for (const atomic of [true, false]) {
    const { json } = await batch(actions, { atomic });
    expect(json.status).toBe(400);
    expect(json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).join()).toBe(errors);
  }
  expect(table.actions()).toEqual([]);
});

test.each([
  [101, {}],
  [51, { unique: true }],
])('%i actions are 413 (%j)', async (count, { unique }: { unique?: boolean }) => {
  const actions = Array.from({ length: count }, (_, place) => ({ action: 'create', item: { title: 'x', ...(unique && { code: `c${place}` }) } }));
  expect((await batch(actions)).json).toMatchObject({ status: 413, code: 'batch-too-large' });
  expect(table.actions()).toEqual([]);
});

test('what a GET answered can be created again and again, as the id is the server\'s', async () => {
  const copy = await create({ title: 'a' });
  const { statusCode, json } = await batch([1, 2].map(() => ({ action: 'create', item: copy })));
  expect(statusCode).toBe(200);
  expect(new Set([copy.id, ...json.results.map(({ item }: any) => item.id)]).size).toBe(3);
});

test('a replacement that creates answers as it would by itself', async () => {
  const fields = { title: { type: 'string' } } as const;
  const chosen = await openTable(todoModel({ fields, entity: { itemId: 'clientChosen' }, operations: [...STANDARD_OPERATIONS, 'batch'] }));
  await chosen.request('PUT', '/todos/old', { body: { title: 'a' } });
  chosen.actions();
  const replacing = (atomic: boolean, ...ids: string[]) => chosen.request('POST', '/todos/batch', {
    body: { atomic, actions: ids.map((id) => ({ action: 'replace', id, item: { title: 'b' } })) },
  });
  const { json: { results: [created, replaced] } } = await replacing(true, 'new', 'old');
  expect(chosen.actions()).toEqual(['TransactWriteItems*2', 'TransactWriteItems*2']);
  const [byItself] = (await replacing(false, 'other')).json.results;
  expect(created).toEqual({ ...byItself, id: 'new', etag: expect.stringMatching('^"1-'), location: '/todos/new', item: { ...byItself.item, id: 'new' } });
  expect(created).toMatchObject({ status: 201, item: { title: 'b', version: 1 } });
  expect(replaced).toEqual({ status: 200, id: 'old' });
  await chosen.close();
});

test('the id that the rows beside items have can be chosen, too', async () => {
  const chosen = await openTable(todoModel({ entity: { itemId: 'clientChosen' }, operations: [...STANDARD_OPERATIONS, 'batch'] }));
  const send = async (action: object) => (await chosen.request('POST', '/todos/batch', { body: { actions: [action] } })).json.results;
  expect(await send({ action: 'create', item: { id: '-', title: 'a' } })).toMatchObject([{ status: 201 }]);
  expect(await send({ action: 'delete', id: '-' })).toEqual([{ status: 204, id: '-' }]);
  await chosen.close();
});

test('one chosen id in two creates is 400', async () => {
  const chosen = await openTable({ ...model, entity: { ...model.entity, itemId: 'clientChosen' } });
  const actions = [1, 2].map(() => ({ action: 'create', item: { id: 'a', title: 'a' } }));
  const { json } = await chosen.request('POST', '/todos/batch', { body: { actions } });
  expect(json).toMatchObject({ status: 400, errors: [{ pointer: '/actions/1/item/id', code: 'repeated' }] });
  await chosen.close();
});

describe('the items of an answer', () => {
  const properties = { ...model.schema.properties, text: { type: 'string' as const } };
  const large = { ...model, schema: { ...model.schema, properties }, request: { ...model.request, maxBodyBytes: 1024 * 1024 } };

  test.each([[true, 200], [false, 207]])('are shown until it would be too large for Lambda (atomic: %j)', async (atomic, status) => {
    const { request, close } = await openTable(large);
    const ids: string[] = [];
    for (const size of [...Array.from({ length: 5 }, () => 300_000), 1]) {
      ids.push((await request('POST', '/todos', { body: { title: 'x', text: '\n'.repeat(size) } })).json.id);
    }
    const actions = ids.map((id) => ({ action: 'update', id, patch: { code: id } }));
    const { statusCode, body, json } = await request('POST', '/todos/batch', { body: { atomic, actions } });
    expect(statusCode).toBe(status);
    expect(json.results.map(({ status: each, etag, item }: any) => [each, typeof etag, item?.code]))
      .toEqual(ids.map((id, place) => [200, 'string', place < 4 ? id : undefined]));
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(6 * 1024 * 1024);
    await close();
  });

  test.each([[true, 200], [false, 207]])('are left out where none are wanted (atomic: %j)', async (atomic, status) => {
    const actions = [{ action: 'create', item: { title: 'a' } }];
    const { statusCode, headers, json } = await table.request('POST', '/todos/batch', { body: { atomic, actions }, headers: { prefer: 'return=minimal' } });
    expect([statusCode, headers['Preference-Applied']]).toEqual([status, 'return=minimal']);
    expect(json.results).toEqual([{ status: 201, etag: expect.any(String), location: expect.any(String) }]);
  });
});

test('what a batch writes is measured in bytes', async () => {
  const wide = await openTable({ ...model, request: { ...model.request, maxBodyBytes: 6 * 1024 * 1024 } });
  const actions = Array.from({ length: 16 }, () => ({ action: 'create', item: { title: 'é'.repeat(140_000) } }));
  expect((await wide.request('POST', '/todos/batch', { body: { actions } })).json).toMatchObject({ status: 413, code: 'batch-too-large' });
  expect(wide.actions()).toEqual([]);
  await wide.close();
});

test('100 actions are one transaction', async () => {
  expect((await batch(Array.from({ length: 100 }, () => ({ action: 'create', item: { title: 'x' } })))).statusCode).toBe(200);
  expect(table.actions()).toEqual(['TransactWriteItems*100']);
});

test('operations that the API does not have are no actions either', async () => {
  const readOnly = await openTable(todoModel({ operations: ['create', 'batch'] }));
  const body = { actions: [{ action: 'delete', id: '018df4bc-5600-7000-8000-000000000000' }] };
  expect((await readOnly.request('POST', '/todos/batch', { body })).json.errors[0]).toMatchObject({ detail: 'must be one of create' });
  await readOnly.close();
});

test('deletes need no unique values to be part of a batch', async () => {
  const plain = await openTable(todoModel({ operations: [...STANDARD_OPERATIONS, 'batch'] }));
  const { json: { id } } = await plain.request('POST', '/todos', { body: { title: 'a' } });
  plain.actions();
  const { statusCode, json } = await plain.request('POST', '/todos/batch', { body: { actions: [{ action: 'delete', id }] } });

  expect([statusCode, json.results]).toEqual([200, [{ status: 204, id }]]);
  expect(plain.actions()).toEqual(['TransactWriteItems*1']);
  await plain.close();
});
