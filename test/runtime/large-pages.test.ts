import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { Model } from '../../src/model';

/** Lambda's limit of an answer, which holds the body as a text: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LAMBDA_BYTES = 6 * 1024 * 1024;

const model = (parts: object = {}): Model => todoModel({ fields: { text: { type: 'string' }, prices: { type: 'array', items: { type: 'string', format: 'decimal' } } }, required: [], ...parts });

let table: TestTable;
afterEach(() => table.close());

const fill = async (count: number, item: object) => {
  for (let place = 0; place < count; place++) {
    table.at(place);
    expect((await table.request('POST', '/todos', { body: item })).statusCode).toBe(201);
  }
};

/** The number of items on each page of a walk, each of which Lambda could answer. */
const pages = async (limit: number, more = ''): Promise<number[]> => {
  const counts: number[] = [];
  const ids = new Set<string>();
  let cursor = '';
  do {
    const { json, ...answer } = await table.request('GET', '/todos', { query: `limit=${limit}${cursor}${more}` });
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LAMBDA_BYTES);
    for (const { id } of json.items) ids.add(id);
    counts.push(json.items.length);
    cursor = json.nextCursor ? `&cursor=${json.nextCursor}` : '';
  } while (cursor);
  expect(ids.size).toBe(counts.reduce((a, b) => a + b));
  return counts;
};

test('texts whose characters are escaped, twice', async () => {
  table = await openTable(model());
  await fill(26, { text: '\n'.repeat(125_000) });
  expect(await pages(30)).toEqual([11, 11, 4]);
  expect(await pages(30, '&fields=id')).toEqual([26]);
});

test('many shards', async () => {
  table = await openTable(model({ scope: { kind: 'collection', shards: 8, writeShards: 8 } }));
  await fill(40, { text: 'x'.repeat(250_000) });
  const counts = await pages(40);
  expect(Math.max(...counts)).toBeLessThanOrEqual(16);
  expect(counts.reduce((a, b) => a + b)).toBe(40);
});

test('decimals that are longer than they are stored', async () => {
  table = await openTable(model());
  await fill(2, { prices: Array(20_000).fill('1e-130') });
  expect(await pages(25)).toEqual([1, 1]);
});

test('small items are as many as asked for', async () => {
  table = await openTable(model());
  await fill(99, { text: 'x'.repeat(6000) });
  expect(await pages(100)).toEqual([99]);
});
