import { Code } from 'aws-cdk-lib/aws-lambda';
import type { LocalCloud } from '../../../src/local';
import { handler, httpApi, synthesizeStack, table } from '../support/cdk-app';
import { start } from '../support/clouds';
import { folderWith } from '../support/files';
import { send } from '../support/http-client';

const PUT = 'return dynamo(\'PutItem\', { Item: { id: { S: event.pathParameters.id } } })';

/** A table, a function that may write it, and one that may only read. */
function notesApp(outdir?: string, readerBody = 'return dynamo(\'GetItem\', { Key: { id: { S: event.pathParameters.id } } })'): string {
  return synthesizeStack((stack) => {
    const notes = table(stack, 'Notes');
    const environment = { TABLE_NAME: notes.tableName };
    const writer = handler(stack, 'Writer', PUT, { environment });
    const reader = handler(stack, 'Reader', readerBody, { environment });
    const trespasser = handler(stack, 'Trespasser', PUT, { environment });
    notes.grant(writer, 'dynamodb:PutItem');
    notes.grant(reader, 'dynamodb:GetItem');
    notes.grant(trespasser, 'dynamodb:GetItem');
    httpApi(stack, 'Api', { 'PUT /notes/{id}': writer, 'GET /notes/{id}': reader, 'POST /notes/{id}': trespasser });
  }, outdir);
}

describe('an app', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await start(notesApp());
  });

  const call = (method: string, path: string) => send(cloud.url, { method, path });
  const recordOf = (answer: { headers: NodeJS.Dict<string | string[]> }) => cloud.requests.find(answer.headers['apigw-requestid'] as string)!;

  test('runs: what one function writes another one reads', async () => {
    expect(JSON.parse((await call('PUT', '/notes/a')).text)).toEqual({ status: 200 });
    expect(JSON.parse((await call('GET', '/notes/a')).text)).toEqual({ status: 200, Item: { id: { S: 'a' } } });
  });

  test('has its requests logged, each with its calls', async () => {
    const answer = await call('PUT', '/notes/logged?x=1');
    expect(recordOf(answer)).toEqual({
      requestId: answer.headers['apigw-requestid'],
      at: expect.any(Number),
      method: 'PUT',
      path: '/notes/logged',
      query: 'x=1',
      status: 200,
      durationMs: expect.any(Number),
      cold: expect.any(Boolean),
      function: 'Test/Writer',
      calls: [expect.objectContaining({ action: 'PutItem', allowed: true, statusCode: 200, capacityUnits: 1 })],
    });
  });

  test('has calls denied that its roles do not allow', async () => {
    const answer = await call('POST', '/notes/denied');
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400, __type: 'com.amazon.coral.service#AccessDeniedException' });
    const [denied] = recordOf(answer).calls;
    expect(denied).toMatchObject({
      action: 'PutItem',
      allowed: false,
      error: 'AccessDeniedException',
      denial: expect.stringMatching(/^User: arn:aws:sts::123456789012:assumed-role\/.*Trespasser.* is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table\/.* because no identity-based policy allows the dynamodb:PutItem action$/),
      missingStatement: { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: expect.stringContaining(':table/') },
    });
  });

  test('has each call attributed to its own request, whatever runs at the same time', async () => {
    const ids = Array.from({ length: 24 }, (_, n) => `parallel-${n}`);
    const answers = await Promise.all(ids.map((id) => call('PUT', `/notes/${id}`)));
    const items = answers.map((answer) => recordOf(answer).calls.map(({ input }) => (input as { Item: { id: { S: string } } }).Item.id.S));
    expect(items).toEqual(ids.map((id) => [id]));
  });

  test('lists what it serves', () => {
    expect(cloud.apis).toEqual([{
      name: 'Api',
      url: cloud.url,
      routes: [
        { key: 'PUT /notes/{id}', function: 'Test/Writer' },
        { key: 'GET /notes/{id}', function: 'Test/Reader' },
        { key: 'POST /notes/{id}', function: 'Test/Trespasser' },
      ],
    }]);
    expect(cloud.outputs).toEqual([{ stack: 'Test', key: 'ApiUrl', value: cloud.url }]);
  });
});

test('an entity that the asset describes gives requests their operation, and an example to try', async () => {
  const model = {
    schema: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] },
    path: '/todos',
    pathParameter: 'id',
    operations: { create: { method: 'POST', path: '/' }, get: { method: 'GET', path: '/{id}' } },
  };
  const code = Code.fromAsset(folderWith({ 'index.js': 'exports.handler = async () => 1', 'model.json': JSON.stringify(model) }));
  const cloud = await start(synthesizeStack((stack) => {
    const lambda = handler(stack, 'F', '', { code });
    httpApi(stack, 'Api', { 'ANY /todos/{id}': lambda, 'POST /todos': lambda }, { createDefaultStage: false }).addStage('dev', { stageName: 'dev', autoDeploy: true });
  }));
  expect(cloud.apis[0]!.routes).toEqual([
    { key: 'ANY /todos/{id}', function: 'Test/F' },
    { key: 'POST /todos', function: 'Test/F', example: { title: 'A title' } },
  ]);
  for (const [method, path] of [['POST', '/todos'], ['HEAD', '/todos/1'], ['PUT', '/todos/1']]) await send(cloud.url, { method, path: `/dev${path}` });
  expect(cloud.requests.list().map(({ operation }) => operation)).toEqual([undefined, 'get', 'create']);
});

test('a reload changes the code and keeps the items and the requests in flight', async () => {
  const assembly = notesApp();
  const cloud = await start(assembly);
  await send(`${cloud.url}/notes/kept`, { method: 'PUT' });
  notesApp(assembly, `
    await new Promise((done) => setTimeout(done, event.queryStringParameters ? 400 : 0));
    return { version: 2, ...await dynamo('GetItem', { Key: { id: { S: event.pathParameters.id } } }) }`);
  await cloud.reload();
  const slow = send(`${cloud.url}/notes/kept?slow`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  notesApp(assembly, 'return { version: 3 }');
  await cloud.reload();
  expect(JSON.parse((await slow).text)).toEqual({ version: 2, status: 200, Item: { id: { S: 'kept' } } });
  expect(JSON.parse((await send(`${cloud.url}/notes/kept`)).text)).toEqual({ version: 3 });
});

test('stopping lets the requests in flight finish; killing does not', async () => {
  const slow = synthesizeStack((stack) => httpApi(stack, 'Api', { 'GET /': 'await new Promise((done) => setTimeout(done, 500)); return 1' }));
  const [stopped, killed] = await Promise.all([start(slow), start(slow)]);
  const [first, second] = [send(stopped.url), send(killed.url)];
  await new Promise((resolve) => setTimeout(resolve, 200));
  await Promise.all([stopped.stop(), killed.kill()]);
  expect(await first).toMatchObject({ status: 200, text: '1' });
  expect(await second).toMatchObject({ status: 500 });
  await expect(send(stopped.url)).rejects.toThrow('ECONNREFUSED');
});

test('ten local clouds in one process do not know of each other', async () => {
  const assembly = synthesizeStack((stack) => {
    const notes = table(stack, 'Notes');
    const counter = handler(stack, 'Counter', `
      await dynamo('PutItem', { Item: { id: { S: event.pathParameters.id } } });
      return (await dynamo('Scan', {})).Items`, { environment: { TABLE_NAME: notes.tableName } });
    notes.grant(counter, 'dynamodb:PutItem', 'dynamodb:Scan');
    httpApi(stack, 'Api', { 'GET /{id}': counter });
  });
  const clouds = await Promise.all(Array.from({ length: 10 }, () => start(assembly)));
  const answers = await Promise.all(clouds.map((cloud, n) => send(`${cloud.url}/${n}`)));
  expect(answers.map(({ text }) => JSON.parse(text) as unknown)).toEqual(clouds.map((_cloud, n) => [{ id: { S: String(n) } }]));
  expect(clouds.map((cloud) => cloud.requests.list().length)).toEqual(clouds.map(() => 1));
});
