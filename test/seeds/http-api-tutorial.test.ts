import { ItemStack } from './apps/one-function-behind-four-routes';
import { CREATED, UPDATED, answer, json, problem, seed } from './support/seed';

/** The tutorial of the API Gateway developer guide: one function behind four routes of an HTTP API. */
const curl = seed(ItemStack);

interface Page {
  readonly items: object[];
  readonly nextCursor: string;
}

const item = { ...CREATED, id: 'abcdef234', price: 12345, name: 'myitem' };
const sent = json({ id: 'abcdef234', price: 12345, name: 'myitem' });

test('the documented requests, in order', async () => {
  // was "Put item abcdef234", a text that repeats the request
  const put = await curl('PUT /items', sent);
  expect(put).toEqual(answer(200, item));

  // was DynamoDB's own answer, with Items, Count and ScannedCount
  expect(await curl('GET /items')).toEqual(answer(200, { items: [put.body] }));

  // was { "Item": … }, DynamoDB's own answer again
  expect(await curl('GET /items/abcdef234')).toEqual(answer(200, put.body));

  // was "Deleted item abcdef234", a text that repeats the request
  expect(await curl('DELETE /items/abcdef234')).toEqual(answer(200));

  expect(await curl('GET /items')).toEqual(answer(200, { items: [] }));
});

test('a second put of an id replaces the item', async () => {
  await curl('PUT /items', sent);
  const { price: _, ...unpriced } = item;
  const replaced = await curl('PUT /items', json({ id: 'abcdef234', name: 'renamed' }));
  expect(replaced).toEqual(answer(200, { ...unpriced, ...UPDATED, name: 'renamed' }));
  await curl('DELETE /items/abcdef234');
});

test('what is not there is not found', async () => {
  // was 200 and {}
  expect(await curl('GET /items/missing')).toEqual(problem(404, 'not-found'));
  // was 200 and "Deleted item missing"
  expect(await curl('DELETE /items/missing')).toEqual(problem(404, 'not-found'));
});

test.each([
  ['no JSON', { ...sent, data: '{"id": ' }, 'malformed-json'],
  ['no id', json({ name: 'myitem' }), 'validation-failed'],
  ['a price in words', json({ id: 'abcdef234', price: 'a lot' }), 'validation-failed'],
])('a put of %s is the client\'s mistake', async (_, parts, code) => {
  // was 400 with whatever text the parser or the SDK had thrown; a price in words was written
  expect(await curl('PUT /items', parts)).toEqual(problem(400, code));
});

test('a list tells that there is more', async () => {
  for (const id of ['a', 'b', 'c']) await curl('PUT /items', json({ id }));
  // was one page of a scan, to be followed with a key that no route took
  const first = await curl<Page>('GET /items?limit=2');
  expect(first.body.items).toHaveLength(2);
  const second = await curl<Page>(`GET /items?limit=2&cursor=${first.body.nextCursor}`);
  expect(second).toEqual(answer(200, { items: [expect.objectContaining({ id: 'c' })] }));
});
