import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { crc32 } from 'node:zlib';
import { DynamoDBClient, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { Fixture, key, SCOPE, TABLE_NAME } from './support';
import { Decision, DynamoDbCall, Endpoint, startEndpoint } from '../../../src/local/dynamodb';

let todos: Fixture;
let endpoint: Endpoint;
let calls: DynamoDbCall[];
let decision: Decision;

beforeEach(async () => {
  calls = [];
  decision = { allowed: true };
  todos = await Fixture.open();
  endpoint = await startEndpoint({ engine: todos.engine, authorize: () => decision, observe: (call) => calls.push(call) });
});

afterEach(async () => {
  await endpoint.close();
  await todos.engine.close();
});

const AUTHORIZATION = 'AWS4-HMAC-SHA256 Credential=ASIALOCAL/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00';

async function post(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(endpoint.url, {
    method: 'POST',
    body,
    headers: { 'authorization': AUTHORIZATION, 'x-amz-target': 'DynamoDB_20120810.PutItem', 'content-type': 'application/x-amz-json-1.0', ...headers },
  });
}

const PUT = JSON.stringify({ TableName: TABLE_NAME, Item: key('1') });

describe('the endpoint', () => {
  test('answers in AWS JSON 1.0, with request id and checksum', async () => {
    const response = await post(PUT);
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.0');
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[A-Z0-9]{52}$/);
    expect(response.headers.get('x-amz-crc32')).toBe(String(crc32(body)));
    expect(body).toBe('{}');
  });

  test('serves the SDK, errors included', async () => {
    const client = new DynamoDBClient({ endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'ASIASDK', secretAccessKey: 'x' } });
    const Key = { _scope: { S: SCOPE }, id: { S: '1' } };
    await client.send(new UpdateItemCommand({ TableName: TABLE_NAME, Key, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': { N: '1' } } }));
    expect((await client.send(new ScanCommand({ TableName: TABLE_NAME }))).Items).toEqual([{ ...Key, n: { N: '1' } }]);
    const refused = { TableName: TABLE_NAME, Key, ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
    await expect(client.send(new UpdateItemCommand(refused))).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { n: { N: '1' } } });
    client.destroy();
    expect(calls.map(({ action, statusCode, error }) => [action, statusCode, error])).toEqual([
      ['UpdateItem', 200, undefined], ['Scan', 200, undefined], ['UpdateItem', 400, 'ConditionalCheckFailedException'],
    ]);
  });

  test('says of each call who made it, what it consumed and how it went', async () => {
    await post(PUT);
    expect(calls).toEqual([{
      accessKeyId: 'ASIALOCAL',
      action: 'PutItem',
      input: JSON.parse(PUT),
      allowed: true,
      statusCode: 200,
      capacityUnits: 1,
      durationMs: expect.any(Number),
      at: expect.any(Number),
    }]);
  });

  test('denies what is not allowed, before anything happens', async () => {
    decision = { allowed: false, message: 'User: role is not authorized to perform: dynamodb:PutItem' };
    const response = await post(PUT);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: decision.message });
    expect(calls).toMatchObject([{ allowed: false, denial: decision.message, error: 'AccessDeniedException', statusCode: 400, capacityUnits: 0 }]);
    expect(await todos.get('1')).toBeUndefined();
  });

  test('says that it is healthy', async () => {
    expect(await (await fetch(endpoint.url)).text()).toMatch(/^healthy/);
  });
});

describe('a request that is none', () => {
  test.each([
    ['null', 'null', {}, 'SerializationException'],
    ['a list', '[]', {}, 'SerializationException'],
    ['a number', '1', {}, 'SerializationException'],
    ['text', '"x"', {}, 'SerializationException'],
    ['nothing', '', {}, 'SerializationException'],
    ['half of it', PUT.slice(0, 20), {}, 'SerializationException'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), {}, 'SerializationException'],
    ['a deep list', '['.repeat(1_000_000), {}, 'SerializationException'],
    ['a deep list that is closed', `{"TableName":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 'SerializationException'],
    ['no target', PUT, { 'x-amz-target': '' }, 'UnknownOperationException'],
    ['an unknown target', PUT, { 'x-amz-target': 'DynamoDB_20120810.Nothing' }, 'UnknownOperationException'],
    ['a member of every object', PUT, { 'x-amz-target': 'DynamoDB_20120810.constructor' }, 'UnknownOperationException'],
    ['another service', PUT, { 'x-amz-target': 'Kinesis_20131202.PutItem' }, 'UnknownOperationException'],
    ['no signature', PUT, { authorization: 'none' }, 'IncompleteSignatureException'],
    ['no key', PUT, { authorization: 'AWS4-HMAC-SHA256 Signature=00' }, 'IncompleteSignatureException'],
  ])('%s', async (_, body, headers, type) => {
    const response = await post(body, headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: expect.stringContaining(type) });
    expect((await post(PUT)).status).toBe(200);
  });

  test('has no authorization at all', async () => {
    const response = await fetch(endpoint.url, { method: 'POST', body: PUT, headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem' } });
    expect(await response.json()).toMatchObject({ __type: expect.stringContaining('MissingAuthenticationTokenException') });
  });

  test('is larger than 16 MB', async () => {
    const response = await post('x'.repeat(17 * 1024 * 1024)).catch(() => undefined);
    expect(response?.status ?? 413).toBe(413);
    expect((await post(PUT)).status).toBe(200);
  });

  test('is given up in the middle of its body', async () => {
    const { port } = new URL(endpoint.url);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const outgoing = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': 1000 } });
      outgoing.on('error', () => undefined);
      outgoing.write('{"TableName"');
      await once(outgoing, 'socket');
      await new Promise((resolve) => { setTimeout(resolve, 10); });
      outgoing.destroy();
    }
    expect((await post(PUT)).status).toBe(200);
  });

  test('is not even HTTP', async () => {
    const socket = connect(Number(new URL(endpoint.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end('\u0000\u0001 nonsense\r\n\r\n');
    await once(socket.resume(), 'close');
    expect((await post(PUT)).status).toBe(200);
  });
});

describe('a fault of the emulation', () => {
  test('is InternalServerError, and is told', async () => {
    const faults: unknown[] = [];
    const engine = { call: async () => Promise.reject(new Error('broken')), close: async () => Promise.resolve() };
    const observe = (call: DynamoDbCall) => calls.push(call);
    const faulty = await startEndpoint({ engine, authorize: () => decision, observe, onFault: (fault) => faults.push(fault) });
    const response = await fetch(faulty.url, {
      method: 'POST', body: PUT, headers: { 'authorization': AUTHORIZATION, 'x-amz-target': 'DynamoDB_20120810.PutItem' },
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ __type: expect.stringContaining('InternalServerError') });
    expect(faults).toMatchObject([{ message: 'broken' }]);
    expect(calls).toMatchObject([{ statusCode: 500, error: 'InternalServerError' }]);
    await faulty.close();
  });
});
