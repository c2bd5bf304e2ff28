import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { JsonSchema, Model } from '../../src/model';

async function patched(model: Model, item: object, patch: object): Promise<{ statusCode: number; json?: any; table: TestTable }> {
  const table = await openTable(model);
  const { json: { id } } = await table.request('POST', '/todos', { body: item });
  const { statusCode, json } = await table.request('PATCH', `/todos/${id}`, { body: patch });
  return { statusCode, json, table };
}

const NEST: JsonSchema = { type: 'object', properties: { x: { type: ['string', 'null'] }, y: { type: 'string' } }, required: ['x'], additionalProperties: false };

test.each([
  ['in one update', { nest: { x: null } }],
  ['merged, with a map that bounds its members', { nest: { x: null }, bounded: { k: 1 } }],
])('null is a value where a nested member must be there and may be null: %s', async (_, patch) => {
  const model = todoModel({ required: [], fields: { nest: NEST, bounded: { type: 'object', additionalProperties: { type: 'integer' }, maxProperties: 3 } } });
  const { statusCode, json, table } = await patched(model, { nest: { x: 'a', y: 'b' }, bounded: {} }, patch);
  expect([statusCode, json.nest]).toEqual([200, { x: null, y: 'b' }]);
  await table.close();
});

test.each<[string, object, number]>([
  ['says a part of it as it is', { nest: { x: 'a' } }, 200],
  ['says all of it as it is', { nest: { x: 'a', y: 'b' } }, 200],
  ['changes a part of it', { nest: { y: 'c' } }, 400],
  ['takes a part of it away', { nest: { y: null } }, 400],
  ['takes it away', { nest: null }, 400],
])('a patch of a nested field that is set for good %s: %j is %i', async (_, patch, status) => {
  const model = todoModel({ required: [], fields: { nest: { ...NEST, 'x-immutable': true } } });
  const { statusCode, json, table } = await patched(model, { nest: { x: 'a', y: 'b' } }, patch);
  expect(statusCode).toBe(status);
  if (status === 400) expect(json.errors).toMatchObject([{ pointer: '/nest', code: 'immutable' }]);
  await table.close();
});

describe('objects of which some values alone fit', () => {
  const model = todoModel({
    required: [],
    fields: { choice: { enum: [{ a: 1, b: 1 }, { a: 2 }, 'none'] }, nest: { type: 'object', properties: { fixed: { type: 'object', const: { x: 1 } } } } },
  });

  test.each<[string, object, object]>([
    ['makes another of them', { choice: { a: 2, b: null } }, { choice: { a: 2 } }],
    ['is a value of another kind', { choice: 'none' }, { choice: 'none' }],
    ['takes it away', { choice: null }, {}],
    ['makes it further down', { nest: { fixed: { x: 1 } } }, { choice: { a: 1, b: 1 }, nest: { fixed: { x: 1 } } }],
  ])('a patch that %s', async (_, patch, fields) => {
    const { json: { id, createdAt, updatedAt, version, ...shown }, table } = await patched(model, { choice: { a: 1, b: 1 } }, patch);
    expect([version, shown]).toEqual([2, fields]);
    await table.close();
  });

  test.each<[string, object, string, string]>([
    ['makes none of them', { choice: { a: 2 } }, '/choice', 'enum'],
    ['is a value that does not fit either', { choice: 5 }, '/choice', 'enum'],
    ['makes none of them further down', { nest: { fixed: { x: 2 } } }, '/nest/fixed', 'const'],
  ])('a patch that %s is 400', async (_, patch, pointer, code) => {
    const { json, table } = await patched(model, { choice: { a: 1, b: 1 } }, patch);
    expect(json).toMatchObject({ status: 400, errors: [{ pointer, code }] });
    await table.close();
  });
});

test('a member whose name is longer than DynamoDB takes is refused', async () => {
  const table = await openTable(todoModel({ required: [], fields: { extra: {} } }));
  const create = (length: number) => table.request('POST', '/todos', { body: { extra: { inner: { ['é'.repeat(length / 2)]: 1 } } } });
  expect((await create(65_534)).statusCode).toBe(201);
  expect((await create(65_536)).json).toMatchObject({ status: 400, errors: [{ pointer: '/extra/inner', code: 'propertyNames' }] });
  await table.close();
});

test.each<[string, object, string]>([
  ['free JSON', { extra: { a: [{ '': 1 }] } }, '/extra/a/0/'],
  ['a map', { counts: { '': 1 } }, '/counts/'],
])('a member without a name is refused in %s', async (_, body, pointer) => {
  const table = await openTable(todoModel({ required: [], fields: { extra: {}, counts: { type: 'object', additionalProperties: { type: 'integer' } } } }));
  const refusal = { statusCode: 400, json: { errors: [{ pointer, code: 'propertyNames', detail: 'must have a name' }] } };
  expect(await table.request('POST', '/todos', { body })).toMatchObject(refusal);
  const { json: { id } } = await table.request('POST', '/todos', { body: {} });
  expect(await table.request('PATCH', `/todos/${id}`, { body })).toMatchObject(refusal);
  await table.close();
});
