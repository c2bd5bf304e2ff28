import { openFunction, storeError } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { openTable } from './fixtures/table';
import { STANDARD_OPERATIONS } from '../../src/model';

const model = todoModel({
  fields: { kind: { type: 'string' }, group: { type: 'string' }, place: { type: 'string' }, name: { type: 'string' }, title: { type: 'string' } },
  required: [],
  indexes: [{ name: 'byKind', partitionBy: ['kind', 'group', 'place'], sortBy: ['name', 'title'] }],
  operations: [...STANDARD_OPERATIONS, 'batch'],
});
const text = (bytes: number) => 'é'.repeat(bytes / 2);
const whole = { kind: 'k', group: 'g', place: 'p', name: 'n', title: 't' };

test.each<[string, object, object[]]>([
  ['each', { name: text(1026), title: '' }, [{ pointer: '/name' }, { pointer: '/title' }]],
  ['those that sort it together', { name: text(512), title: text(514) }, [{ pointer: '/title', code: 'length' }]],
  ['those that partition it together', { kind: text(700), group: text(702), place: text(700) }, [{ pointer: '/group', code: 'length' }]],
  ['each before all together', { name: text(1026), title: text(514) }, [{ pointer: '/name' }]],
])('fields of an index have bounds, %s', async (_, fields, errors) => {
  for (const [method, path] of [['POST', '/todos'], ['PATCH', '/todos/018df4bc-5600-7000-8000-000000000000']]) {
    const { calls, request } = openFunction([{}], { model });
    const { json } = await request(method, path, { body: { ...whole, ...fields } });
    expect(json).toMatchObject({ status: 400, code: 'validation-failed', errors });
    expect([json.errors.length, calls.length]).toEqual([errors.length, 0]);
  }
});

test('what only the store counts together is no failure of ours', async () => {
  const table = await openTable(model);
  const full = { ...whole, name: text(512), title: text(512) };
  const refused = { status: 400, code: 'validation-failed', errors: [{ pointer: '', code: 'length' }] };
  expect((await table.request('POST', '/todos', { body: full })).json).toMatchObject(refused);
  const { json: { id } } = await table.request('POST', '/todos', { body: { ...whole, name: text(512) } });
  expect((await table.request('PATCH', `/todos/${id}`, { body: { title: text(512) } })).json).toMatchObject(refused);
  expect((await table.request('PUT', `/todos/${id}`, { body: full })).json).toMatchObject(refused);
  expect((await table.request('POST', '/todos/batch', { body: { actions: [{ action: 'create', item: full }] } })).json).toMatchObject({ status: 400, code: 'validation-failed' });
  expect((await table.request('GET', `/todos/${id}`)).json).toMatchObject({ title: 't', version: 1 });
  await table.close();
});

test.each([
  'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
  'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  'One or more parameter values were invalid: Size limit exceeded for Index Key kind Actual Size: 2175 bytes Max Size: 2048 bytes IndexName: byKind',
])('in its words: %s', async (message) => {
  const { request } = openFunction([Object.assign(storeError('ValidationException'), { message })], { model });
  const { json } = await request('POST', '/todos', { body: whole });
  expect(json).toMatchObject({ status: 400, code: 'validation-failed', errors: [{ pointer: '' }] });
});
