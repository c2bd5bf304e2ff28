import { crc32 } from 'node:zlib';
import { DynamoDbCall, Endpoint, ErrorAnswer, FaultKind, startEndpoint } from '../../../src/local/dynamodb';
import { Fixture, key, TABLE_NAME } from '../dynamodb/support';
import { Answer as Http, send } from '../support/http-client';

let todos: Fixture;
let endpoint: Endpoint;
let calls: DynamoDbCall[];
let fault: FaultKind | ErrorAnswer | undefined;
let allowed: boolean;

beforeEach(async () => {
  [calls, fault, allowed] = [[], undefined, true];
  todos = await Fixture.open();
  endpoint = await startEndpoint({
    engine: todos.engine,
    authorize: () => (allowed ? { allowed } : { allowed: false, message: 'no' }),
    observe: (call) => calls.push(call),
    faults: () => fault,
  });
});
afterEach(async () => {
  await endpoint.close();
  await todos.engine.close();
});

const AUTHORIZATION = 'AWS4-HMAC-SHA256 Credential=ASIALOCAL/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00';
const PUT = { TableName: TABLE_NAME, Item: { ...key('1'), title: { S: 'milk' } } };

const call = (action: string, input: object, more: object = {}) => send(endpoint.url, {
  method: 'POST',
  headers: { 'authorization': AUTHORIZATION, 'x-amz-target': `DynamoDB_20120810.${action}` },
  body: JSON.stringify(input),
  ...more,
});
const put = (met: FaultKind | ErrorAnswer, more?: object) => {
  fault = met;
  return call('PutItem', { ...PUT, ReturnConsumedCapacity: 'TOTAL' }, more);
};
const isStored = async () => (await todos.get('1')) !== undefined;
const firstCall = async () => { while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5)); };
const failureOf = (answer: Promise<Http>) => answer.then(({ status }) => status, ({ code }: NodeJS.ErrnoException) => code);

test.each<[FaultKind, unknown, boolean, Partial<DynamoDbCall>]>([
  ['throttle', 400, false, { statusCode: 400, error: 'ProvisionedThroughputExceededException', capacityUnits: 0 }],
  ['conflict', 400, false, { statusCode: 400, error: 'TransactionConflictException', capacityUnits: 0 }],
  ['error-before', 500, false, { statusCode: 500, error: 'InternalServerError', capacityUnits: 0 }],
  ['error-after', 500, true, { statusCode: 500, error: 'InternalServerError', capacityUnits: 1 }],
  ['reset-before', 'ECONNRESET', false, { statusCode: 0, capacityUnits: 0 }],
  ['reset-after', 'ECONNRESET', true, { statusCode: 200, capacityUnits: 1 }],
  ['malformed', 200, true, { statusCode: 200, capacityUnits: 1 }],
  ['wrong-checksum', 200, true, { statusCode: 200, capacityUnits: 1 }],
])('%s: the caller sees %s, and that the item is stored is %s', async (kind, seen, stored, logged) => {
  expect(await failureOf(put(kind))).toBe(seen);
  expect(await isStored()).toBe(stored);
  expect(calls).toMatchObject([{ ...logged, action: 'PutItem', allowed: true, fault: kind }]);
});

test('hang answers nothing, and slow answers some bytes', async () => {
  const impatient = new AbortController();
  const hanging = failureOf(put('hang', { signal: impatient.signal }));
  await firstCall();
  impatient.abort();
  expect(await hanging).toBe('ABORT_ERR');
  expect(await isStored()).toBe(true);
  fault = 'slow';
  const begun = Date.now();
  const { text } = await call('UpdateItem', { TableName: TABLE_NAME, Key: key('1'), ReturnValues: 'NONE' });
  expect(text).toBe('{}');
  expect(Date.now() - begun).toBeGreaterThan(150);
});

test('malformed is no JSON, and wrong-checksum is right but for that', async () => {
  const cut = await put('malformed');
  expect(() => JSON.parse(cut.text) as unknown).toThrow(SyntaxError);
  const { body, headers } = await put('wrong-checksum');
  expect(JSON.parse(body.toString())).toMatchObject({ ConsumedCapacity: { CapacityUnits: 1 } });
  expect(Number(headers['x-amz-crc32'])).not.toBe(crc32(body));
});

test.each<[FaultKind, string]>([['throttle', 'ThrottlingError'], ['conflict', 'TransactionConflict']])('%s cancels a transaction', async (kind, Code) => {
  fault = kind;
  const { status, text } = await call('TransactWriteItems', { TransactItems: [{ Put: PUT }, { Put: { ...PUT, Item: key('2') } }] });
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ __type: expect.stringMatching(/#TransactionCanceledException$/), CancellationReasons: [{ Code }, { Code }] });
  expect(await isStored()).toBe(false);
});

test('unprocessed leaves every second request of a batch', async () => {
  fault = 'unprocessed';
  const requests = ['1', '2', '3'].map((id) => ({ PutRequest: { Item: key(id) } }));
  const { text } = await call('BatchWriteItem', { RequestItems: { [TABLE_NAME]: requests } });
  expect(JSON.parse(text)).toEqual({ UnprocessedItems: { [TABLE_NAME]: [requests[1]] } });
  expect(await Promise.all(['1', '2', '3'].map(async (id) => (await todos.get(id)) !== undefined))).toEqual([true, false, true]);
});

test('an error that is given in full is the answer', async () => {
  const { status, text } = await put({ statusCode: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: 'gone' } });
  expect([status, text]).toEqual([400, '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"gone"}']);
  expect(calls).toMatchObject([{ fault: 'ResourceNotFoundException', error: 'ResourceNotFoundException', statusCode: 400 }]);
});

test('a call that is not allowed meets no fault', async () => {
  allowed = false;
  expect(JSON.parse((await put('reset-after')).text)).toMatchObject({ __type: expect.stringMatching(/#AccessDeniedException$/) });
  expect(calls[0]).not.toHaveProperty('fault');
});

test('calls that hang do not keep the endpoint open', async () => {
  const hanging = failureOf(put('hang'));
  await firstCall();
  const begun = Date.now();
  await endpoint.close();
  expect(Date.now() - begun).toBeLessThan(4000);
  expect(await hanging).toBe('ECONNRESET');
});
