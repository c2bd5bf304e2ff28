import { createServer, Server } from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { exchange } from './http';
import { get } from './requests';

let server: Server;
let url: string;
/** How many requests each connection has brought; the second one of each finds it closed. */
beforeEach(async () => {
  const requests = new WeakMap<Socket, number>();
  server = createServer((request, response) => {
    const count = (requests.get(request.socket) ?? 0) + 1;
    requests.set(request.socket, count);
    if (count > 1) request.socket.resetAndDestroy();
    else response.end('here');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  jest.restoreAllMocks();
  server.close();
});

test('a connection that was idle for long and is closed is not the answer', async () => {
  await exchange(url, get('/'));
  const later = Date.now() + 5_000;
  jest.spyOn(Date, 'now').mockImplementation(() => later);
  expect((await exchange(url, get('/'))).body.toString()).toBe('here');
});

test('one that is closed while it is in use is', async () => {
  await exchange(url, get('/'));
  await expect(exchange(url, get('/'))).rejects.toThrow(/ECONNRESET|socket hang up/);
});
