import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { undocumented } from './documented';
import { get, raw } from './requests';
import { Target } from './target';
import { openapiOf } from '../../../src/openapi';
import { todos } from '../../openapi/models';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A target whose console answers this. */
async function targetWith(status: number, answer: object, local = true): Promise<Target> {
  const server = createServer((_request, response) => response.writeHead(status, { Connection: 'close' }).end(JSON.stringify(answer)));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { collections: { '/todos': `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, disposable: false, ownsHost: true, local };
}

const DOCUMENT = openapiOf([todos], { title: 'Todos', version: '1.0.0' });
const teapot = { status: 418, headers: {}, body: Buffer.from('{}') };

test('an answer that the document does not have is told', async () => {
  const target = await targetWith(200, DOCUMENT);
  expect(await undocumented(target, get('/todos'), teapot)).toEqual(['OpenAPI document: status 418 is not documented']);
});

test('an answer that it has is not', async () => {
  const page = { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"items":[]}') };
  expect(await undocumented(await targetWith(200, DOCUMENT), get('/todos'), page)).toEqual([]);
});

test.each<[string, () => Promise<Target>]>([
  ['a target without document', () => targetWith(404, { message: 'none' })],
  ['a target that keeps only a log', () => targetWith(200, { calls: [] })],
  ['a target on AWS', () => targetWith(200, DOCUMENT, false)],
])('%s is held against none', async (_what, target) => {
  expect(await undocumented(await target(), get('/todos'), teapot)).toEqual([]);
});

test('bytes are held against none, and neither is what is no operation', async () => {
  const target = await targetWith(200, DOCUMENT);
  expect(await undocumented(target, raw(['GET /todos HTTP/1.1']), teapot)).toEqual([]);
  expect(await undocumented(target, get('/else'), teapot)).toEqual([]);
});
