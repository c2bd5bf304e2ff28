import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { LocalCloud } from '../../../src/local';
import { httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { Answer, send, sendRaw } from '../support/http-client';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await start(synthesizeStack((stack) => {
    const authorizer = new HttpJwtAuthorizer('Jwt', 'https://issuer.example.com', { jwtAudience: ['app'] });
    httpApi(stack, 'Api', { 'GET /todos': 'return event.requestContext.authorizer' }, { authorizer });
  }));
});

function call(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  return send(cloud.url, { path, headers, method, body });
}

describe('the console', () => {
  test.each([
    ['/_console', 'text/html; charset=utf-8'],
    ['/_console/', 'text/html; charset=utf-8'],
    ['/_console/app.js', 'text/javascript; charset=utf-8'],
    ['/_console/icon.svg', 'image/svg+xml'],
    ['/_console/cloud', 'application/json'],
    ['/_console/requests', 'application/json'],
  ])('answers %s as %s, under a policy that lets no other code in', async (path, type) => {
    const { status, headers } = await call(path);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';.* frame-ancestors 'none'$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test.each(['evil.example.com', '127.0.0.1.evil.example.com', 'localhost.', '127.0.0.1@evil.example.com', '127.0.0.1234', '10.0.0.1'])(
    'refuses the Host %j: a page elsewhere could have sent it', async (host) => {
      expect(await call('/_console/requests', { Host: host })).toMatchObject({ status: 403 });
    },
  );

  test('refuses a request without Host, as HTTP/1.0 has it', async () => {
    expect(await sendRaw(Number(new URL(cloud.url).port), 'GET /_console/requests HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 403 /);
  });

  test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:1', '127.0.0.2:80', '[::1]:3000'])('takes the Host %j', async (host) => {
    expect(await call('/_console/requests', { Host: host })).toMatchObject({ status: 200 });
  });

  test('answers HEAD for its events at once', async () => {
    const answers = await sendRaw(Number(new URL(cloud.url).port), 'HEAD /_console/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(answers).toMatch(/^HTTP\/1.1 200 [^]*content-type: text\/event-stream/i);
  });

  test.each(['/_console/../package.json', '/_console/%2e%2e/package.json', '/_console/..%2fpackage.json', '/_console/log', '/_console/constructor', '/_console/x'])(
    'has nothing at %s', async (path) => {
      expect(await call(path)).toMatchObject({ status: 404 });
    },
  );

  test('does not stand in the way of the API', async () => {
    expect(await call('/_consoles')).toMatchObject({ status: 404, text: '{"message":"Not Found"}', headers: { 'apigw-requestid': expect.any(String) } });
  });

  test('tells one request by its id', async () => {
    const id = (await call('/todos')).headers['apigw-requestid'] as string;
    expect(JSON.parse((await call(`/_console/requests/${encodeURIComponent(id)}`)).text)).toMatchObject({ requestId: id, path: '/todos', status: 401, calls: [] });
    expect(JSON.parse((await call('/_console/requests')).text)).toEqual(expect.arrayContaining([expect.objectContaining({ requestId: id })]));
    expect(await call('/_console/requests/unknown')).toMatchObject({ status: 404 });
  });

  test('sends every request to the pages that watch', async () => {
    const controller = new AbortController();
    const response = await fetch(`${cloud.url}/_console/events`, { signal: controller.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect((await reader.read()).value).toBe('retry: 1000\n\n');
    await call('/todos?seen');
    const [, event, data] = /^event: (\w+)\ndata: (.+)\n\n$/.exec((await reader.read()).value!)!;
    expect([event, JSON.parse(data!)]).toEqual(['request', expect.objectContaining({ path: '/todos', query: 'seen' })]);
    controller.abort();
  });
});

describe('tokens', () => {
  const JSON_TYPE = { 'Content-Type': 'application/json' };
  const issue = async (wish: object) => (JSON.parse((await call('/_console/token', JSON_TYPE, 'POST', JSON.stringify(wish))).text) as { token: string }).token;

  test('of the local issuer open the route, with their claims as texts', async () => {
    const token = await issue({ sub: 'ana', claims: { team: 'a', groups: ['x', 'y'], admin: true, scope: 'read write' } });
    const answer = await call('/todos', { Authorization: `Bearer ${token}` });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      jwt: {
        claims: expect.objectContaining({ iss: 'https://issuer.example.com', aud: 'app', sub: 'ana', team: 'a', groups: '[x y]', admin: 'true' }),
        scopes: ['read', 'write'],
      },
    });
  });

  test.each([
    ['no token', () => ''],
    ['what is no token', () => 'Bearer abc'],
    ['an expired token', async () => `Bearer ${await issue({ sub: 'ana', expiresIn: -1 })}`],
    ['an edited token', async () => `Bearer ${(await issue({ sub: 'ana' })).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"eve"}').toString('base64url')}.`)}`],
  ])('%s is 401', async (_what, authorization) => {
    const answer = await call('/todos', { Authorization: await authorization() });
    expect(answer).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}', headers: { 'www-authenticate': 'Bearer' } });
  });

  test('are for one of several authorizers, by its issuer or its audience', async () => {
    const several = await start(synthesizeStack((stack) => {
      for (const [path, audience] of [['one', ['app']], ['two', ['app', 'admin']]] as const) {
        const authorizer = new HttpJwtAuthorizer('Jwt', `https://${path}.example.com`, { jwtAudience: [...audience] });
        httpApi(stack, path, { [`GET /${path}`]: 'return 1' }, { authorizer });
      }
    }));
    const ask = async (wish: object) => send(several.url, { path: '/_console/token', method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ sub: 'ana', ...wish }) });
    const statuses = async (wish: object) => {
      const { token } = JSON.parse((await ask(wish)).text) as { token: string };
      const answers = await Promise.all(several.apis.map(({ url, name }) => send(url, { path: `/${name}`, headers: { Authorization: `Bearer ${token}` } })));
      return answers.map(({ status }) => status);
    };
    expect(await statuses({ issuer: 'https://one.example.com' })).toEqual([200, 401]);
    expect(await statuses({ audience: 'admin' })).toEqual([401, 200]);
    const listed = 'name issuer and audience of one of them: https://one.example.com (audience app); https://two.example.com (audience app, admin)';
    expect(await ask({})).toMatchObject({ status: 400, text: JSON.stringify({ message: `several authorizers accept such a token; ${listed}` }) });
    expect(await ask({ issuer: 'https://three' })).toMatchObject({ status: 400, text: JSON.stringify({ message: `no authorizer accepts such a token; ${listed}` }) });
  });

  test.each([{}, { sub: '' }, { sub: 1 }, { sub: 'a', claims: 'x' }, [], null])('are not issued for %j', async (wish) => {
    expect(await call('/_console/token', JSON_TYPE, 'POST', JSON.stringify(wish))).toMatchObject({ status: 400 });
  });

  test('are not issued to the page of another origin', async () => {
    expect(await call('/_console/token', { ...JSON_TYPE, Origin: 'https://evil.example.com' }, 'POST', '{"sub":"a"}')).toMatchObject({ status: 403 });
    expect(await call('/_console/token', { ...JSON_TYPE, Origin: cloud.url }, 'POST', '{"sub":"a"}')).toMatchObject({ status: 200 });
  });
});
