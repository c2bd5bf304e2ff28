import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DynamoDbEngine, Endpoint, FaultKind, openEngine, startEndpoint } from '../../src/local/dynamodb';
import { connect } from '../../src/runtime/store/dynamodb-client';
import { execute, Send, Store } from '../../src/runtime/store/execute';
import { failureOf } from '../../src/runtime/store/failures';

// what a function does when its connection to DynamoDB fails, over real sockets

let engine: DynamoDbEngine;
let endpoint: Endpoint;
let send: Send;
let faults: (FaultKind | undefined)[];

beforeAll(async () => {
  engine = await openEngine();
  await engine.call('CreateTable', {
    TableName: 'items',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  });
});
afterAll(() => engine.close());

// each test has an endpoint and faults of its own, so that a request which comes late meets no fault of the next test
beforeEach(async () => {
  const own: typeof faults = faults = [];
  endpoint = await startEndpoint({ engine, authorize: () => ({ allowed: true }), observe: () => undefined, faults: () => own.shift() });
  send = clientOf(endpoint.url);
});
afterEach(() => endpoint.close());

function clientOf(url: string): Send {
  return connect({ AWS_ENDPOINT_URL_DYNAMODB: url, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'x' });
}

const PUT = { action: 'PutItem', input: { TableName: 'items', Item: { id: { S: '1' } } } } as const;
const PATIENT = 60_000;
const errorOf = (sending: Promise<unknown>): Promise<unknown> => sending.then((output) => { throw new Error(`it came to ${JSON.stringify(output)}`); }, (error: unknown) => error);

test.each<[FaultKind, object]>([
  ['throttle', { kind: 'transient', applied: 'no', cause: 'throttled' }],
  ['conflict', { kind: 'transient', applied: 'no', cause: 'contended' }],
  ['error-before', { kind: 'transient', applied: 'maybe', cause: 'broken' }],
  ['error-after', { kind: 'transient', applied: 'maybe', cause: 'broken' }],
  ['reset-before', { kind: 'transient', applied: 'maybe', cause: 'broken' }],
  ['reset-after', { kind: 'transient', applied: 'maybe', cause: 'broken' }],
  ['malformed', { kind: 'transient', applied: 'maybe', cause: 'broken' }],
  ['wrong-checksum', { kind: 'transient', applied: 'maybe', cause: 'broken' }],
])('%s is understood', async (fault, failure) => {
  faults.push(fault);
  expect(failureOf(await errorOf(send(PUT, PATIENT)))).toEqual(failure);
});

test.each<FaultKind>(['hang', 'slow'])('%s ends when an attempt has had its time', async (fault) => {
  faults.push(fault);
  const begun = Date.now();
  expect(failureOf(await errorOf(send({ ...PUT, input: { ...PUT.input, ReturnConsumedCapacity: 'TOTAL' } }, PATIENT))))
    .toEqual({ kind: 'transient', applied: 'maybe', cause: 'silent' });
  expect(Date.now() - begun).toBeGreaterThan(1300);
});

test('an attempt ends in time, whatever garbage is collected meanwhile', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  faults.push(...Array.from({ length: 10 }, () => 'hang' as const));
  const attempts = Promise.all(faults.map(() => errorOf(send(PUT, PATIENT))));
  while (faults.length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  collect();
  expect((await attempts).map(failureOf)).toEqual(Array.from({ length: 10 }, () => ({ kind: 'transient', applied: 'maybe', cause: 'silent' })));
});

test('an attempt ends with the invocation, if that is before its own time', async () => {
  faults.push('hang', 'hang');
  const endOf = async (remaining: number) => ({ remaining, failure: failureOf(await errorOf(send(PUT, remaining))) });
  expect(await Promise.race([endOf(PATIENT), endOf(300)])).toMatchObject({ remaining: 300, failure: { applied: 'maybe', cause: 'silent' } });
});

test('a connection that is refused has sent nothing', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const refused = await errorOf(clientOf(`http://127.0.0.1:${port}`)(PUT, PATIENT));
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
  expect(failureOf(refused)).toEqual({ kind: 'transient', applied: 'no', cause: 'broken' });
});

test('after a fault, the next call goes through', async () => {
  for (const fault of ['reset-after', 'malformed', 'wrong-checksum', 'error-after'] as const) {
    faults.push(fault);
    const usage = { calls: 0, attempts: 0, capacityUnits: 0 };
    const store: Store = { send, sleep: () => Promise.resolve(), random: () => 0, remaining: () => PATIENT, usage };
    expect(await execute(PUT, store)).toMatchObject({ kind: 'done', sent: PUT.input });
    expect(usage).toEqual({ calls: 1, attempts: 2, capacityUnits: 1 });
  }
});

test('many calls at once, each with its own fault, have each its own answer', async () => {
  faults.push(...Array.from({ length: 60 }, (_, place) => (['reset-after', undefined, 'malformed'] as const)[place % 3]));
  const outcomes = await Promise.all(Array.from({ length: 60 }, () => send(PUT, PATIENT).then(() => 'done', (error: unknown) => failureOf(error).kind)));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(20);
});
