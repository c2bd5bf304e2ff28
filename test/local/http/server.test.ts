import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { HttpRequest, HttpResponse, HttpServer, startServer } from '../../../src/local/http';
import { send, sendRaw } from '../support/http-client';

const servers: HttpServer[] = [];

async function serve(handle: (request: HttpRequest) => Promise<HttpResponse>): Promise<HttpServer> {
  const server = await startServer('127.0.0.1', 0, handle);
  servers.push(server);
  return server;
}

afterAll(() => Promise.all(servers.map((server) => server.close())));

test('closing waits for the requests in flight and takes no more', async () => {
  let finish!: (answer: HttpResponse) => void;
  let begin!: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const server = await serve(() => new Promise((done) => {
    finish = done;
    begin();
  }));
  const url = `http://127.0.0.1:${server.port}/`;
  const inFlight = send(url);
  await begun;
  const closed = server.close();
  await expect(send(url)).rejects.toThrow('ECONNREFUSED');
  finish({ status: 200, headers: [], body: 'done' });
  expect((await inFlight).text).toBe('done');
  await closed;
});

test('closing does not wait for connections without a whole request', async () => {
  const server = await serve(async () => ({ status: 200, headers: [] }));
  const silent = connect(server.port, '127.0.0.1');
  const partial = connect(server.port, '127.0.0.1', () => partial.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n123'));
  await Promise.all([silent, partial].map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  silent.on('error', () => undefined);
  partial.on('error', () => undefined);
  await server.close();
});

test('an error of the server is 500 and tells nothing', async () => {
  const warnings: string[] = [];
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation((warning) => void warnings.push(String(warning)));
  const server = await serve(async () => {
    throw new Error('secret');
  });
  expect(await send(`http://127.0.0.1:${server.port}/`)).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
  expect(warnings).toEqual(['Error: secret']);
  warn.mockRestore();
});

test('an answer may be a stream', async () => {
  const server = await serve(async () => ({ status: 200, headers: [['content-type', 'text/event-stream']], body: Readable.from(['a', 'b']) }));
  expect(await send(`http://127.0.0.1:${server.port}/`)).toMatchObject({ text: 'ab', headers: { 'content-type': 'text/event-stream' } });
});

test('204 and 304 have neither content nor length', async () => {
  const server = await serve(async ({ path }) => ({ status: Number(path.slice(1)), headers: [], body: 'x' }));
  for (const status of [204, 304]) {
    const raw = await sendRaw(server.port, `GET /${status} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(raw).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*\r\n\r\n$`));
    expect(raw.toLowerCase()).not.toContain('content-length');
  }
});

test('a port in use is the error of the system', async () => {
  const server = await serve(async () => ({ status: 200, headers: [] }));
  await expect(startServer('127.0.0.1', server.port, async () => ({ status: 200, headers: [] }))).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('closing does not wait for an answer whose client has gone, pipelined or not', async () => {
  const answers: ((answer: HttpResponse) => void)[] = [];
  const server = await serve(() => new Promise((done) => answers.push(done)));
  const one = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
  const clients = [one, one + one].map((bytes) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    return socket;
  });
  while (answers.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const client of clients) client.destroy();
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const answer of answers) answer({ status: 200, headers: [], body: 'late' });
  await server.close();
});
