import { conditionFailed, ID, INSTANT, NOW, openFunction, reset, Script, storeError, TOKEN } from './fixtures/function';
import { todoModel } from './fixtures/models';
import { Model } from '../../src/model';

/** A row after a write of ours, and after writes by others. */
const OLD = '0lt000000xxxxxxxxxxxx';
const RECENT = `${(NOW - 1000).toString(36).padStart(9, '0')}yyyyyyyyyyyy`;
const row = (tokens: readonly string[], more: object = {}) => ({
  _scope: { S: 'todo|collection|' },
  id: { S: ID },
  title: { S: 'stored' },
  createdAt: { S: '2024-01-01T00:00:00.000Z' },
  updatedAt: { S: INSTANT },
  version: { N: '7' },
  ...Object.fromEntries(tokens.map((token, place) => [`_token${place || ''}`, { S: token }])),
  ...more,
});
const CHOSEN = todoModel({ entity: { itemId: 'clientChosen' } });
const INTERNAL = storeError('InternalServerError', {}, 500);
const THROTTLED = storeError('ThrottlingException');

const WRITES = {
  create: ['POST', '/todos', { title: 'x' }],
  createChosen: ['POST', '/todos', { id: ID, title: 'x' }],
  replace: ['PUT', `/todos/${ID}`, { title: 'x' }],
  update: ['PATCH', `/todos/${ID}`, { title: 'x' }],
  delete: ['DELETE', `/todos/${ID}`, undefined],
} as const;

interface Case {
  readonly title: string;
  readonly write: keyof typeof WRITES;
  readonly script: Script;
  readonly status: number;
  readonly ifMatch?: string;
  readonly model?: Model;
  readonly body?: object;
}

const CASES: Case[] = [
  { title: 'a create that took effect', write: 'create', script: [reset(), conditionFailed(row([TOKEN]))], status: 201, body: { title: 'x', version: 1 } },
  { title: 'and was changed by others since', write: 'create', script: [reset(), conditionFailed(row([RECENT, RECENT, TOKEN]))], status: 201, body: { title: 'x' } },
  { title: 'a create that did not', write: 'create', script: [reset(), {}], status: 201 },
  { title: 'a create of an id that another has', write: 'createChosen', model: CHOSEN, script: [reset(), conditionFailed(row([OLD]))], status: 409 },
  {
    title: 'where the id was written often since',
    write: 'createChosen',
    model: CHOSEN,
    script: [reset(), conditionFailed(row([RECENT, RECENT, RECENT, RECENT]))],
    status: 503,
  },
  { title: 'an update that took effect', write: 'update', script: [reset(), conditionFailed(row([TOKEN]))], status: 200, body: { title: 'stored', version: 7 } },
  { title: 'and others wrote three times since', write: 'update', script: [INTERNAL, conditionFailed(row([RECENT, RECENT, RECENT, TOKEN]))], status: 200 },
  {
    title: 'an update with If-Match that took effect',
    write: 'update',
    ifMatch: '"6-lqu30ao0-00000000"',
    script: [reset(), conditionFailed(row([TOKEN]))],
    status: 200,
  },
  {
    title: 'an update that did not, of a version that has changed',
    write: 'update',
    ifMatch: '"6-lqu30ao0-00000000"',
    script: [reset(), conditionFailed(row([RECENT, OLD]))],
    status: 412,
  },
  {
    title: 'and the item would remember ours',
    write: 'update',
    ifMatch: '"3-lqu5m2o0-00000000"',
    script: [reset(), conditionFailed(row([RECENT, RECENT, RECENT, RECENT]))],
    status: 412,
  },
  {
    title: 'and the item may have forgotten ours',
    write: 'update',
    ifMatch: '"2-lqu5m2o0-00000000"',
    script: [reset(), conditionFailed(row([RECENT, RECENT, RECENT, RECENT]))],
    status: 503,
  },
  { title: 'an update of an item that others write often', write: 'update', script: [reset(), conditionFailed(row([RECENT, RECENT, RECENT, RECENT]))], status: 503 },
  {
    title: 'an update of a chosen id that was created anew',
    write: 'update',
    model: CHOSEN,
    script: [reset(), conditionFailed(row([RECENT], { createdAt: { S: INSTANT } }))],
    status: 503,
  },
  {
    title: 'a create of an id that another may have taken since',
    write: 'createChosen',
    model: CHOSEN,
    script: [reset(), conditionFailed(row([RECENT], { createdAt: { S: INSTANT } }))],
    status: 503,
  },
  { title: 'an update of an item that is gone meanwhile', write: 'update', script: [reset(), conditionFailed()], status: 503 },
  { title: 'an update of an item that never was', write: 'update', script: [THROTTLED, conditionFailed()], status: 404 },
  { title: 'a replacement that took effect', write: 'replace', script: [reset(), conditionFailed(row([TOKEN]))], status: 200 },
  { title: 'a replacement of an item that is gone', write: 'replace', script: [reset(), conditionFailed()], status: 503 },
  { title: 'a delete that took effect', write: 'delete', script: [reset(), conditionFailed()], status: 204 },
  { title: 'a delete of what never was', write: 'delete', script: [conditionFailed()], status: 404 },
  { title: 'also after throttling', write: 'delete', script: [THROTTLED, conditionFailed()], status: 404 },
  { title: 'a delete of a version that has changed', write: 'delete', ifMatch: '"6-lqu30ao0-00000000"', script: [reset(), conditionFailed(row([OLD]))], status: 412 },
  {
    title: 'a delete of a chosen id that was created anew',
    write: 'delete',
    model: CHOSEN,
    script: [reset(), conditionFailed(row([RECENT], { createdAt: { S: INSTANT } }))],
    status: 503,
  },
  { title: 'a write whose answers are all lost', write: 'update', script: [reset()], status: 503 },
];

test.each(CASES)('$title: $status', async ({ write, script, status, ifMatch, model, body = {} }) => {
  const { request } = openFunction(script, { model });
  const [method, path, item] = WRITES[write];
  const answer = await request(method, path, { body: item, headers: ifMatch ? { 'if-match': ifMatch } : {} });
  expect(answer.statusCode).toBe(status);
  if (status < 300 && status !== 204) expect(answer.json).toMatchObject(body);
  if (status === 503) expect(answer).toMatchObject({ headers: { 'Retry-After': '1' }, json: { code: 'temporarily-unavailable' } });
});

test('an update is repeated only while the item remembers every write since', async () => {
  const { calls, request } = openFunction([reset(), { Attributes: row([TOKEN]) }]);
  await request('PATCH', `/todos/${ID}`, { body: { title: 'x' } });
  const [first, second] = calls.map(({ input }) => input);
  expect(second).toEqual({
    ...first,
    ConditionExpression: `${first.ConditionExpression} AND NOT #_token3 >= :_token3Since`,
    ExpressionAttributeValues: { ...first.ExpressionAttributeValues, ':_token3Since': { S: (NOW - 60_000).toString(36).padStart(9, '0') } },
  });
});

test('an update of a chosen id is repeated only for an item that was there before, too', async () => {
  const { calls, request } = openFunction([reset(), { Attributes: row([TOKEN]) }], { model: CHOSEN });
  await request('PATCH', `/todos/${ID}`, { body: { title: 'x' } });
  expect(calls[1].input.ConditionExpression).toMatch(/ AND NOT #_token3 >= :_token3Since AND NOT #createdAt >= :createdAtSince$/);
  expect(calls[1].input.ExpressionAttributeValues).toMatchObject({ ':createdAtSince': { S: '2024-02-29T11:59:00.000Z' } });
});

test('an update of the one version that it names is repeated as it was', async () => {
  const { calls, request } = openFunction([reset(), { Attributes: row([TOKEN]) }], { model: CHOSEN });
  await request('PATCH', `/todos/${ID}`, { body: { title: 'x' }, headers: { 'if-match': '"6-lqu30ao0-00000000"' } });
  expect(calls[1]).toEqual(calls[0]);
});

test('a delete of a chosen id is repeated only for an item that was there before', async () => {
  const { calls, request } = openFunction([reset(), {}], { model: CHOSEN });
  await request('DELETE', `/todos/${ID}`);
  expect(calls[1].input).toMatchObject({
    ConditionExpression: 'attribute_exists(#id) AND NOT #createdAt >= :createdAtSince',
    ExpressionAttributeNames: { '#id': 'id', '#createdAt': 'createdAt' },
    ExpressionAttributeValues: { ':createdAtSince': { S: '2024-02-29T11:59:00.000Z' } },
  });
});

describe('what a repetition makes is another item than the one of the first attempt, which others may have seen and deleted', () => {
  const AGAIN = '2024-02-29T12:00:00.001Z';

  test('of a create', async () => {
    const { calls, request } = openFunction([reset(), {}], { model: CHOSEN });
    const { json, headers } = await request('POST', '/todos', { body: { id: ID, title: 'x' } });
    expect(json).toMatchObject({ createdAt: AGAIN, updatedAt: AGAIN });
    expect(headers.ETag).toMatch(`"1-${Date.parse(AGAIN).toString(36)}-`);
    const [first, second] = calls.map(({ input }) => input);
    expect(second).toEqual({ ...first, Item: { ...first.Item as object, createdAt: { S: AGAIN }, updatedAt: { S: AGAIN } } });
  });

  test('of a create whose second answer is lost, too', async () => {
    const { request } = openFunction([reset(), reset(), {}]);
    expect((await request('POST', '/todos', { body: { title: 'x' } })).json).toMatchObject({ createdAt: '2024-02-29T12:00:00.002Z' });
  });

  test('but the first one is shown if it is there', async () => {
    const { request } = openFunction([reset(), reset(), conditionFailed(row([RECENT, TOKEN], { createdAt: { S: AGAIN } }))]);
    expect((await request('POST', '/todos', { body: { title: 'x' } })).json).toMatchObject({ title: 'x', createdAt: AGAIN, updatedAt: AGAIN });
  });

  test('of a PUT that creates', async () => {
    const made = row([TOKEN, '', '', ''], { createdAt: { S: AGAIN }, version: { N: '1' } });
    const { calls, request } = openFunction([reset(), { Attributes: made }], { model: CHOSEN });
    expect((await request('PUT', `/todos/${ID}`, { body: { title: 'x' } })).statusCode).toBe(201);
    const [first, second] = calls.map(({ input }) => input);
    expect(first.UpdateExpression).toContain('#createdAt = if_not_exists(#createdAt, :0), #_life = if_not_exists(#_life, :1), #updatedAt = :0');
    expect([first, second].map(({ ExpressionAttributeValues }) => (ExpressionAttributeValues as Record<string, unknown>)[':0'])).toEqual([{ S: INSTANT }, { S: AGAIN }]);
  });
});

test('what has surely not taken effect is repeated as it was', async () => {
  const { calls, request } = openFunction([THROTTLED, { Attributes: row([TOKEN]) }]);
  await request('PATCH', `/todos/${ID}`, { body: { title: 'x' } });
  expect(calls[1]).toEqual(calls[0]);
});

test('a transaction is repeated under the same token, which makes its answer certain', async () => {
  const model = todoModel({ fields: { email: { 'type': 'string', 'x-unique': 'scope' } }, required: [] });
  const { calls, request } = openFunction([reset(), {}], { model });
  expect((await request('POST', '/todos', { body: { email: 'a@example.com' } })).statusCode).toBe(201);
  expect(calls[1]).toEqual(calls[0]);
  expect(calls[0].input).toMatchObject({ ClientRequestToken: `${TOKEN}-0` });
});
