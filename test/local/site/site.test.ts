import { createHash } from 'node:crypto';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { CorsHttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HeadersFrameOption, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { LocalCloud } from '../../../src/local';
import { httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { folderWith } from '../support/files';
import { Answer, send, sendRaw } from '../support/http-client';
import { site } from '../support/site';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const ECHO = 'return { statusCode: Number(event.queryStringParameters?.status ?? 200), body: JSON.stringify([event.rawPath, event.headers.host, event.cookies]) }';

function pageFolder(): string {
  const folder = folderWith({
    'index.html': '<h1>page</h1>',
    'assets/app.js': 'x',
    'assets/ü ä.txt': 'umlauts',
    'assets/logo.png': PNG,
    'assets/unknown.xyz': '?',
    'error.html': 'sorry',
  });
  writeFileSync(join(folder, '..', 'outside.txt'), 'outside');
  symlinkSync('index.html', join(folder, 'alias.html'));
  return folder;
}

describe('a distribution', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    const assembly = synthesizeStack((stack) => {
      const api = httpApi(stack, 'Api', { 'ANY /todos': ECHO, 'ANY /todos/{id}': ECHO });
      const responseHeadersPolicy = new ResponseHeadersPolicy(stack, 'Headers', {
        securityHeadersBehavior: {
          contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true },
          contentTypeOptions: { override: true },
          frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        },
        customHeadersBehavior: { customHeaders: [{ header: 'X-Own', value: 'yes', override: false }] },
      });
      site(stack, pageFolder(), { apis: { '/todos': api, '/todos/*': api }, responseHeadersPolicy });
    });
    const [page] = readdirSync(assembly).filter((name) => existsSync(join(assembly, name, 'error.html')));
    symlinkSync('/etc/hostname', join(assembly, page!, 'leak.txt')); // CDK itself copies what a link leads to
    cloud = await start(assembly);
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> => send(cloud.url, { method, path, headers });

  test('serves page and API at one origin', async () => {
    expect(cloud.sites).toEqual([{ name: 'Test', url: cloud.url }]);
    expect(cloud.apis.map(({ url }) => url)).toEqual([cloud.url]);
    expect(await get('/')).toMatchObject({ status: 200, text: '<h1>page</h1>', headers: { 'content-type': 'text/html' } });
    expect(await get('/todos')).toMatchObject({ status: 200, text: expect.stringContaining('"/todos"') });
  });

  test('sends everything but the Host on to the API', async () => {
    const [path, host, cookies] = JSON.parse((await get('/todos/1?a=b', { Cookie: 'a=1' })).text) as unknown[];
    expect([path, host, cookies]).toEqual(['/todos/1', expect.stringMatching(/^\w{10}\.execute-api\.us-east-1\.amazonaws\.com$/), ['a=1']]);
  });

  test.each([
    ['/assets/app.js', 'text/javascript', 'x'],
    ['/assets/%C3%BC%20%C3%A4.txt', 'text/plain', 'umlauts'],
    ['/assets/unknown.xyz', 'binary/octet-stream', '?'],
    ['/alias.html', 'text/html', '<h1>page</h1>'],
    ['/index.html?query=1', 'text/html', '<h1>page</h1>'],
  ])('serves %s as %s', async (path, type, text) => {
    expect(await get(path)).toMatchObject({ status: 200, text, headers: { 'content-type': type } });
  });

  test('keeps binary files as they are', async () => {
    expect((await get('/assets/logo.png')).body).toEqual(PNG);
  });

  test('adds the headers of its policy', async () => {
    expect((await get('/')).headers).toMatchObject({
      'content-security-policy': "default-src 'self'", 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'x-own': 'yes',
    });
  });

  test('answers HEAD, conditions and ranges as S3 does', async () => {
    const { headers: { etag, 'last-modified': modified } } = await get('/');
    expect(etag).toBe(`"${createHash('md5').update('<h1>page</h1>').digest('hex')}"`);
    const answers: [Record<string, string>, number, string, string?][] = [
      [{ 'If-None-Match': etag as string }, 304, ''],
      [{ 'If-None-Match': '"other"' }, 200, '<h1>page</h1>'],
      [{ 'If-Modified-Since': modified as string }, 304, ''],
      [{ 'If-Modified-Since': new Date(0).toUTCString() }, 200, '<h1>page</h1>'],
      [{ 'If-None-Match': '"other"', 'If-Modified-Since': modified as string }, 200, '<h1>page</h1>'],
      [{ 'If-Match': '"other"' }, 412, expect.stringContaining('PreconditionFailed') as unknown as string],
      [{ 'If-Unmodified-Since': new Date(0).toUTCString() }, 412, expect.stringContaining('PreconditionFailed') as unknown as string],
      [{ Range: 'bytes=0-3' }, 206, '<h1>', 'bytes 0-3/13'],
      [{ Range: 'bytes=4-' }, 206, 'page</h1>', 'bytes 4-12/13'],
      [{ Range: 'bytes=-5' }, 206, '</h1>', 'bytes 8-12/13'],
      [{ Range: 'bytes=99-' }, 416, expect.stringContaining('InvalidRange') as unknown as string],
      [{ Range: 'bytes=3-1' }, 200, '<h1>page</h1>'],
      [{ Range: 'lines=1-2' }, 200, '<h1>page</h1>'],
    ];
    for (const [headers, status, text, contentRange] of answers) {
      const answer = await get('/', headers);
      expect({ headers, status: answer.status, text: answer.text, contentRange: answer.headers['content-range'] }).toEqual({ headers, status, text, contentRange });
    }
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, text: '', headers: { 'content-length': '13' } });
  });

  test.each([
    '/../outside.txt', '/assets/../../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/%2e%2e%2foutside.txt', '/..%5coutside.txt',
    '/assets\\..\\..\\outside.txt', '/index.html%00', '/%00', '/etc/hostname', '//etc/hostname', '/leak.txt', '/%E0%A4%A', '/missing', '/assets', '/assets/',
    '/INDEX.html', '/__proto__', '/constructor', '/%252e%252e/outside.txt',
  ])('serves nothing at %s', async (path) => {
    const raw = await sendRaw(Number(new URL(cloud.url).port), `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect(raw).toMatch(/^HTTP\/1.1 403 [^]*<Code>AccessDenied<\/Code>/);
  });

  test('allows only GET and HEAD for the page', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await get('/', {}, method)).status).toBe(403);
  });

  test('tells only API requests in the log', async () => {
    const before = cloud.requests.list().length;
    await get('/');
    await get('/todos');
    expect(cloud.requests.list().length - before).toBe(1);
  });
});

test('several sources are merged, markers replaced by local addresses, what is excluded left out', async () => {
  const cloud = await start(synthesizeStack((stack) => {
    const api = httpApi(stack, 'Api', { 'GET /todos': ECHO });
    const first = folderWith({ 'index.html': 'first', 'a.txt': 'a', 'b.map': 'b' });
    const second = folderWith({ 'index.html': 'second' });
    site(stack, first, {
      sources: [Source.asset(first), Source.asset(second), Source.jsonData('config.json', { api: api.apiEndpoint, quote: `"${api.apiId}"` })],
      deployment: { exclude: ['*.map'], destinationKeyPrefix: 'www', cacheControl: [CacheControl.noCache()] },
      distribution: { defaultRootObject: 'www/index.html' },
    });
  }));
  const get = (path: string) => send(cloud.url + path);
  expect(await get('/')).toMatchObject({ text: 'second', headers: { 'cache-control': 'no-cache' } });
  expect((await get('/www/a.txt')).text).toBe('a');
  expect((await get('/www/b.map')).status).toBe(403);
  const config = JSON.parse((await get('/www/config.json')).text) as { api: string; quote: string };
  expect(config).toEqual({ api: cloud.apis[0]!.url, quote: expect.stringMatching(/^"\w{10}"$/) });
  expect(config.api).not.toBe(cloud.url); // no behaviour leads to the API: it has an address of its own
  expect(JSON.parse((await send(`${config.api}/todos`)).text)).toHaveLength(3);
});

test('error pages stand in place of every error; a bucket that may be listed says what is missing', async () => {
  const cloud = await start(synthesizeStack((stack) => {
    const api = httpApi(stack, 'Api', { 'GET /todos': ECHO });
    site(stack, pageFolder(), {
      apis: { '/todos': api },
      distribution: { errorResponses: [{ httpStatus: 404, responseHttpStatus: 200, responsePagePath: '/error.html' }, { httpStatus: 500, ttl: Duration.seconds(1) }] },
    });
    const bucket = stack.node.findChild('Bucket') as Bucket;
    bucket.addToResourcePolicy(new PolicyStatement({
      actions: ['s3:ListBucket'], resources: [bucket.bucketArn], principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
    }));
  }));
  expect(await send(`${cloud.url}/missing`)).toMatchObject({ status: 200, text: 'sorry', headers: { 'content-type': 'text/html' } });
  expect(await send(`${cloud.url}/todos?status=404`)).toMatchObject({ status: 200, text: 'sorry' });
  expect(await send(`${cloud.url}/todos?status=500`)).toMatchObject({ status: 500, text: expect.stringContaining('"/todos"') });
});

test('with cross-origin, page and API have addresses of their own, and CORS lets them meet', async () => {
  const cloud = await start(synthesizeStack((stack) => {
    const api = httpApi(stack, 'Api', { 'GET /todos': ECHO }, { corsPreflight: { allowOrigins: ['*'], allowMethods: [CorsHttpMethod.GET] } });
    site(stack, pageFolder(), { apis: { '/todos': api } });
  }), { crossOrigin: true });
  const { url } = cloud.apis[0]!;
  expect(url).not.toBe(cloud.url);
  expect((await send(`${cloud.url}/todos`)).status).toBe(403);
  expect(await send(`${url}/todos`, { headers: { Origin: cloud.url } })).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' } });
});
