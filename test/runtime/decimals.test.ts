import { openFunction } from './fixtures/function';
import { todoModel } from './fixtures/models';

const model = todoModel({ fields: { price: { type: 'string', format: 'decimal' } }, required: [] });

/** What a price is stored as, and answered. */
const created = async (price: string) => {
  const { calls, request } = openFunction([{}], { model });
  const { json } = await request('POST', '/todos', { body: { price } });
  return { stored: calls[0]?.input.Item, answered: json.price, status: json.status };
};

test.each<[string, string]>([
  ['0', '0'],
  ['-0.00', '0'],
  ['0e400000000', '0'],
  ['0e-999999999', '0'],
  ['1.50', '1.5'],
  ['-12.5e1', '-125'],
  ['1.25e1', '12.5'],
  ['100', '100'],
  ['1e-2', '0.01'],
  ['0.00120', '0.0012'],
  ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ['-1E-130', `-0.${'0'.repeat(129)}1`],
  ['9.9e125', `99${'0'.repeat(124)}`],
])('the decimal %s is stored and answered as %s', async (sent, kept) => {
  expect(await created(sent)).toEqual({ stored: expect.objectContaining({ price: { N: kept } }), answered: kept });
});

test.each(['1e999999999', '-1e-999999999', '1e126', '1e-131', `1${'0'.repeat(38)}1`])('%s is no decimal that can be stored', async (sent) => {
  expect(await created(sent)).toMatchObject({ stored: undefined, status: 400 });
});
