import { ItemStack } from './apps/functions-made-in-the-console';
import { CREATED, UPDATED, answer, json, problem, seed } from './support/seed';

/*
 * Four Python functions made by hand in the AWS console, one for each operation; an item is read through the list alone.
 * Differs: its API is a REST API, here an HTTP API with the same stage and paths. Its alarms, mailed through SNS, have no request of their own.
 */
const curl = seed(ItemStack);

interface Created {
  readonly item: { readonly id: string };
}

const MISSING = '/prod/items/01890a5d-ac96-774b-bcce-b302099a8057';

test('the documented requests, in order', async () => {
  // was beside "Item created successfully!": the status says it
  const created = await curl<Created>('POST /prod/items', json({ name: 'Test Item', description: 'Created via Postman' }));
  expect(created).toEqual(answer(201, { item: { ...CREATED, name: 'Test Item', description: 'Created via Postman' } }));
  const { item } = created.body;

  expect(await curl('GET /prod/items')).toEqual(answer(200, { items: [item] }));

  const updated = await curl(`PUT /prod/items/${item.id}`, json({ name: 'Updated Item', description: 'Modified' }));
  expect(updated).toEqual(answer(200, { ...item, ...UPDATED, name: 'Updated Item', description: 'Modified' }));

  expect(await curl(`DELETE /prod/items/${item.id}`)).toEqual(answer(204));

  expect(await curl('GET /prod/items')).toEqual(answer(200, { items: [] }));
});

test('an item has no route to be read by', async () => {
  const refused = await curl(`GET ${MISSING}`);
  expect(refused).toEqual(problem(405, 'method-not-allowed'));
  expect(refused.headers.allow).toBe('DELETE, OPTIONS, PUT');
});

test('writes of an item that is not there change nothing', async () => {
  // DynamoDB alone takes an update of a missing key for a create, and a delete of one for a success
  expect(await curl(`PUT ${MISSING}`, json({ name: 'Updated Item' }))).toEqual(problem(404, 'not-found'));
  expect(await curl(`DELETE ${MISSING}`)).toEqual(problem(404, 'not-found'));
  expect(await curl('GET /prod/items')).toEqual(answer(200, { items: [] }));
});
