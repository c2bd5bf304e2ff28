import { useStand } from './stand';
import { sendAndLeave, sendRaw } from '../support/http-client';

const stand = useStand();

describe('limits', () => {
  test('of headers: 10,240 bytes', async () => {
    expect(await stand.call('GET', '/', { 'X-Long': 'x'.repeat(10_300) })).toMatchObject({ status: 431, text: '{"message":"Request Header Fields Too Large"}' });
    expect((await stand.call('GET', '/', { 'X-Long': 'x'.repeat(9_000) })).status).toBe(200);
    expect((await stand.call('GET', '/', { 'X-Long': 'x'.repeat(80_000) })).status).toBe(431);
  });

  test('of the body: 10 MB', async () => {
    const answer = await stand.call('POST', '/', { 'Content-Type': 'text/plain' }, Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
    expect(answer).toMatchObject({ status: 413, text: '{"message":"Request Entity Too Large"}' });
    expect((await stand.call('POST', '/', { 'Content-Type': 'text/plain' }, Buffer.alloc(10 * 1024 * 1024, 'x'))).status).toBe(200);
  });

  test('of the rate, for the stage and for a route of its own', async () => {
    stand.serve({
      routes: ['GET /a', 'GET /b', 'GET /c'],
      stages: [{ name: '$default', throttle: { rateLimit: 0.001, burstLimit: 2 }, routeThrottles: { 'GET /b': { rateLimit: 0.001, burstLimit: 1 } } }],
    });
    const statuses = async (path: string) => [(await stand.call('GET', path)).status, (await stand.call('GET', path)).status, (await stand.call('GET', path)).status];
    expect(await statuses('/a')).toEqual([200, 200, 429]);
    expect(await statuses('/b')).toEqual([200, 429, 429]);
    expect(await statuses('/c')).toEqual([200, 200, 429]); // a stage's limit is each route's own
    expect((await stand.call('GET', '/a')).text).toBe('{"message":"Too Many Requests"}');
  });

  test('a bucket fills again', async () => {
    stand.serve({ stages: [{ name: '$default', throttle: { rateLimit: 100, burstLimit: 1 }, routeThrottles: {} }] });
    expect((await stand.call('GET', '/')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await stand.call('GET', '/')).status).toBe(200);
  });
});

describe('what is no HTTP is refused, and the server lives', () => {
  test.each([
    ['both lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345', 400],
    ['a bare line feed in a header', 'GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n', 400],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['garbage', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 400],
    ['a wrong chunk', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(70_000)}`, 431],
  ])('%s', async (_case, bytes, status) => {
    expect(await sendRaw(stand.port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(stand.events).toHaveLength(0);
    expect((await stand.call('GET', '/')).status).toBe(200);
  });

  test('a request line with a whole address', async () => {
    await sendRaw(stand.port, 'GET http://elsewhere.example.com/todos?a=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(stand.events[0]).toMatchObject({ rawPath: '/todos', rawQueryString: 'a=1' });
  });

  test('a client that goes away in mid-body', async () => {
    await sendAndLeave(stand.port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n12345');
    expect((await stand.call('GET', '/')).status).toBe(200);
    expect(stand.events).toHaveLength(1);
  });
});
