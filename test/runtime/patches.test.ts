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
