import { openFunction } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { Model, STANDARD_OPERATIONS } from '../../src/model';

const operations = [...STANDARD_OPERATIONS, 'count'] as const;

const indexed = todoModel({
  fields: { customer: { type: 'string', minLength: 1 }, due: { type: 'string', format: 'date' } },
  required: ['customer', 'due'],
  indexes: [{ name: 'byCustomer', partitionBy: ['customer'], sortBy: ['due'] }],
  operations,
});
const scanned = todoModel({ scope: { kind: 'item', partitionKey: 'id' }, request: { allowScan: true }, operations });

/** What a list or count comes to, and the calls that it makes. */
const ask = async (query: string, model: Model, path = '/todos') => {
  const { calls, request } = openFunction([{ Items: [] }], { model });
  const { json } = await request('GET', path, { query });
  return { json, calls: calls.map(({ input }) => input) };
};

describe.each(['/todos', '/todos/count'])('GET %s', (path) => {
  test.each<[string, Model, string]>([
    ['customer=x&consistent=true&index=byCustomer', indexed, 'consistent'],
  ])('?%s is 400, without a call', async (query, model, parameter) => {
    expect(await ask(query, model, path)).toMatchObject({ json: { status: 400, code: 'invalid-parameter', errors: [{ parameter }] }, calls: [] });
  });
});

test('what is not read in an order has none backwards', async () => {
  expect((await ask('order=desc', scanned)).json).toMatchObject({ status: 400, code: 'invalid-parameter', errors: [{ parameter: 'order' }] });
  expect((await ask('', scanned)).json).toEqual({ items: [] });
});
