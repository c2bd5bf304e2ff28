import { openFunction } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { Model, STANDARD_OPERATIONS } from '../../src/model';

const operations = [...STANDARD_OPERATIONS, 'count'] as const;

const filterable = todoModel({
  fields: {
    t: { 'type': 'string', 'x-filterable': true },
    n: { 'type': 'integer', 'x-filterable': true },
    list: { 'type': 'array', 'items': { type: 'object', properties: { x: { type: 'string' } } }, 'x-filterable': true },
    nested: { 'type': 'object', 'properties': { a: { type: 'string' } }, 'x-filterable': true },
    labels: { 'type': 'object', 'additionalProperties': { type: 'string' }, 'x-filterable': true },
    day: { 'type': 'string', 'format': 'date', 'x-filterable': true },
    when: { 'type': 'string', 'format': 'date-time', 'x-filterable': true },
    moments: { 'type': 'array', 'items': { type: 'string', format: 'date-time' }, 'x-filterable': true },
    prices: { 'type': 'array', 'items': { type: 'string', format: 'decimal' }, 'x-filterable': true },
    bytes: { 'type': 'string', 'contentEncoding': 'base64', 'x-filterable': true },
    free: { 'x-filterable': true },
    ...Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`code${place}`, { 'type': 'string', 'x-filterable': true }])),
  },
  required: [],
  operations,
});
const indexed = todoModel({
  fields: { customer: { type: 'string', minLength: 1 }, due: { type: 'string', format: 'date' } },
  required: ['customer', 'due'],
  indexes: [{ name: 'byCustomer', partitionBy: ['customer'], sortBy: ['due'] }],
  operations,
});
const texts = todoModel({
  fields: { customer: { type: 'string' }, due: { type: 'string' } }, required: ['customer', 'due'], indexes: [{ name: 'byCustomer', partitionBy: ['customer'], sortBy: ['due'] }], operations,
});
const long = 'x'.repeat(1025);
const scanned = todoModel({ scope: { kind: 'item', partitionKey: 'id' }, request: { allowScan: true }, operations });

const hundred = Array.from({ length: 100 }, (_, place) => place).join();

/** What a list or count comes to, and the calls that it makes. */
const ask = async (query: string, model: Model, path = '/todos') => {
  const { calls, request } = openFunction([{ Items: [] }], { model });
  const { json } = await request('GET', path, { query });
  return { json, calls: calls.map(({ input }) => input) };
};

describe.each(['/todos', '/todos/count'])('GET %s', (path) => {
  test.each<[string, Model, string]>([
    ['customer=x&consistent=true&index=byCustomer', indexed, 'consistent'],
    ['day=2024-02-30', filterable, 'day'],
    ['bytes=!!', filterable, 'bytes'],
    ['bytes:in=aGVsbG8=,aGVsbG8', filterable, 'bytes:in'],
    ['when:gte=2024-01-01T10:00', filterable, 'when:gte'],
    ['when:gte=2024-01-01T10:00:00', filterable, 'when:gte'],
    ['when=2024-02-30T10:00:00Z', filterable, 'when'],
    ['when:lt=9999-12-31T23:59:59-10:00', filterable, 'when:lt'],
    ['moments:contains=2024', filterable, 'moments:contains'],
    ['prices:contains=x', filterable, 'prices:contains'],
    ['t.:exists=true', filterable, 't.:exists'],
    ['.t:exists=true', filterable, '.t:exists'],
    ['t.foo:exists=true', filterable, 't.foo:exists'],
    ['n.foo:exists=true', filterable, 'n.foo:exists'],
    ['list.x:exists=true', filterable, 'list.x:exists'],
    ['nested.b:exists=true', filterable, 'nested.b:exists'],
    ['nested.a.b:exists=true', filterable, 'nested.a.b:exists'],
    ['labels.:exists=true', filterable, 'labels.:exists'],
    ['labels.a.b:exists=true', filterable, 'labels.a.b:exists'],
    [`free${'.a'.repeat(32)}:exists=true`, filterable, `free${'.a'.repeat(32)}:exists`],
    [`customer=x&due:gte=${long}`, texts, 'due:gte'],
    [`customer=x&due:between=a,${long}`, texts, 'due:between'],
    [`customer=x&due:gt=a&due:lt=${long}`, texts, 'due:lt'],
    [`id:gt=${long}`, texts, 'id:gt'],
    [Array.from({ length: 9 }, (_, place) => `code${place}:in=${hundred}`).join('&'), filterable, 'code6:in'],
  ])('?%s is 400, without a call', async (query, model, parameter) => {
    expect(await ask(query, model, path)).toMatchObject({ json: { status: 400, code: 'invalid-parameter', errors: [{ parameter }] }, calls: [] });
  });

  test.each<[string, string]>([
    ['nested.a=x', '#nested.#a = :1'],
    ['labels.a=x', '#labels.#a = :1'],
    ['free.a.b:exists=true', 'attribute_exists(#free.#a.#b)'],
    [`free${'.a'.repeat(31)}:exists=false`, `attribute_not_exists(#free${'.#a'.repeat(31)})`],
  ])('?%s filters by %s', async (query, FilterExpression) => {
    expect((await ask(query, filterable, path)).calls[0]).toMatchObject({ FilterExpression });
  });
});

test.each<[string, string | undefined, string]>([
  ['id:in=a,b', 'id:in', "no index serves 'id:in', and in the order of ids 'id' takes eq or a range"],
  ['id:gt=a&id:ne=b', 'id:ne', "no index serves 'id:ne', and in the order of ids 'id' takes eq or a range"],
  ['index=byCustomer', 'index', "the index 'byCustomer' cannot serve this filter: it needs eq on each of [customer]"],
  ['index=byCustomer&customer:in=a,b', 'index', "the index 'byCustomer' cannot serve this filter: it needs eq on each of [customer]"],
  ['index=byCustomer&customer=a&due:in=b,c', 'due:in', "the index 'byCustomer' cannot serve 'due:in': its keys take eq, and the first one without eq takes a range"],
  ['index=byCustomer&customer=a&id:gt=b', 'id:gt', "the index 'byCustomer' cannot serve 'id:gt': its keys take eq, and the first one without eq takes a range"],
])('?%s needs an index, and the answer names what stands against it', async (query, parameter, detail) => {
  expect(await ask(query, texts)).toMatchObject({ json: { status: 400, code: 'index-required', detail, errors: [{ parameter, code: 'index-required' }] }, calls: [] });
});

test('the count of a field that is called like a parameter of lists', async () => {
  const model = todoModel({ fields: { fields: { 'type': 'string', 'x-filterable': true } }, required: [], operations });
  expect((await ask('fields=x', model, '/todos/count')).calls).toMatchObject([{ FilterExpression: '#fields = :1' }]);
});

test.each([
  'customer=', 'customer=&due:gt=a', 'customer=x&due=', 'customer=x&due:lt=', 'customer=x&due:lte=', 'customer=x&due:between=,', 'id=', 'id:lt=',
  `customer=${long}${long}`, `customer=x&due=${long}`, `customer=x&due:beginsWith=${long}`, `id=${long}`, `customer=x&due=${'x'.repeat(1000)}&id=${'x'.repeat(100)}`,
])('?%s means no key, so nothing is read', async (query) => {
  expect(await ask(query, texts)).toEqual({ json: { items: [] }, calls: [] });
  expect(await ask(query, texts, '/todos/count')).toEqual({ json: { count: 0, complete: true }, calls: [] });
});

test.each<[string, object]>([
  ['customer=x&due:gte=', { KeyConditionExpression: '#customer = :0', IndexName: 'byCustomer' }],
  ['customer=x&due:gt=', { KeyConditionExpression: '#customer = :0' }],
  ['customer=x&due:beginsWith=', { KeyConditionExpression: '#customer = :0' }],
  ['customer=x&due:between=,b', { KeyConditionExpression: '#customer = :0 AND #due <= :1' }],
  ['customer=x&due:gt=&due:lt=b', { KeyConditionExpression: '#customer = :0 AND #due <= :1' }],
  ['id:gte=', { KeyConditionExpression: '#_scope = :0' }],
])('?%s means every key from the first one', async (query, input) => {
  expect((await ask(query, texts)).calls).toEqual([expect.objectContaining(input)]);
  expect((await ask(query, texts)).calls[0].FilterExpression).toBeUndefined();
});

test.each<[string, string, object]>([
  ['when=2024-01-01T02:00:00.5%2B02:00', '#when = :1', { S: '2024-01-01T00:00:00.500Z' }],
  ['when:beginsWith=2024-01', 'begins_with(#when, :1)', { S: '2024-01' }],
  ['when:contains=-01T', 'contains(#when, :1)', { S: '-01T' }],
  ['moments:contains=2024-01-01t00:00:00z', 'contains(#moments, :1)', { S: '2024-01-01T00:00:00.000Z' }],
  ['prices:contains=1.50', 'contains(#prices, :1)', { N: '1.5' }],
])('?%s compares with what is stored', async (query, FilterExpression, value) => {
  const { calls: [input] } = await ask(query, filterable);
  expect(input).toMatchObject({ FilterExpression, ExpressionAttributeValues: { ':1': value } });
});

test('as many values as an expression takes', async () => {
  const { calls: [{ FilterExpression, ExpressionAttributeValues }] } = await ask(Array.from({ length: 6 }, (_, place) => `code${place}:in=${hundred}`).join('&'), filterable);
  expect(String(FilterExpression).length).toBeLessThan(4096);
  expect(Object.keys(ExpressionAttributeValues!)).toHaveLength(601);
});

test('what is not read in an order has none backwards', async () => {
  expect((await ask('order=desc', scanned)).json).toMatchObject({ status: 400, code: 'invalid-parameter', errors: [{ parameter: 'order' }] });
  expect((await ask('', scanned)).json).toEqual({ items: [] });
});
