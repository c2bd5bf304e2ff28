import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, Stack } from 'aws-cdk-lib';
import { PortInUseError, startLocal } from '../../../src/local';
import { handler, httpApi, synthesize, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { FUNCTION_HOST } from '../support/function-host';
import { send } from '../support/http-client';

/** Two stacks with an API each. */
function twoApis(): string {
  return synthesize((app: App) => {
    for (const name of ['First', 'Second']) {
      const stack = new Stack(app, name);
      const other = handler(stack, 'F', 'return process.env.OTHER');
      const api = httpApi(stack, 'Api', { 'GET /': other });
      other.addEnvironment('OTHER', api.apiEndpoint);
    }
  });
}

test('every API has an address of its own; outputs and variables say the local ones', async () => {
  const cloud = await start(twoApis());
  const urls = cloud.apis.map(({ url }) => url);
  expect(new Set(urls).size).toBe(2);
  expect(urls[0]).toBe(cloud.url);
  expect(cloud.outputs.map(({ stack, value }) => [stack, value])).toEqual([['First', urls[0]], ['Second', urls[1]]]);
  expect(await Promise.all(urls.map(async (url) => (await send(url)).text))).toEqual(urls);
});

test('the stage of an API is part of its address', async () => {
  const cloud = await start(synthesizeStack((stack) => {
    httpApi(stack, 'Api', { 'GET /todos': 'return event.requestContext.stage' }, { createDefaultStage: false }).addStage('dev', { stageName: 'dev', autoDeploy: true });
  }));
  expect(cloud.apis[0]!.url).toBe(`${cloud.url}/dev`);
  expect((await send(`${cloud.url}/dev/todos`)).text).toBe('dev');
  expect((await send(`${cloud.url}/todos`)).status).toBe(404);
});

describe('a port in use', () => {
  let occupant: Server;
  let port: number;
  beforeAll(async () => {
    occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    port = (occupant.address() as AddressInfo).port;
  });
  afterAll(() => occupant.close());

  test('is an error that names it, and nothing is left behind', async () => {
    const assembly = twoApis();
    await expect(startLocal({ assembly, port, functionHost: FUNCTION_HOST })).rejects.toThrow(
      new PortInUseError(port),
    );
    await expect(startLocal({ assembly, port, functionHost: FUNCTION_HOST })).rejects.toThrow(`port ${port} is in use; end what uses it, or choose another with --port`);
  });

  test('makes place for the next free one, if that will do', async () => {
    const cloud = await start(twoApis(), { port, nextFreePort: true });
    const ports = cloud.apis.map(({ url }) => Number(new URL(url).port));
    expect(ports[0]).toBeGreaterThan(port);
    expect(ports[1]).toBeGreaterThan(ports[0]!);
  });
});
