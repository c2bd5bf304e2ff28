import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { CorsConfiguration, GatewayAnswer, HttpApi, HttpGateway, Route, Stage } from '../../../src/local/gateway';
import { HttpServer, startServer } from '../../../src/local/http';
import type { InvocationResult } from '../../../src/local/lambda';
import { Answer, send, sendAndLeave, sendRaw } from '../support/http-client';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const DEFAULT_STAGE: Stage = { name: '$default', routeThrottles: {} };

let server: HttpServer;
let gateway: HttpGateway;
let events: APIGatewayProxyEventV2[];
let sourceArns: string[];
let last: GatewayAnswer;
let result: (event: APIGatewayProxyEventV2) => Promise<InvocationResult> | InvocationResult;

beforeAll(async () => {
  server = await startServer('127.0.0.1', 0, async (request) => {
    last = await gateway.handle(request, 'request-1');
    return last.response;
  });
});
afterAll(() => server.close());
beforeEach(() => {
  events = [];
  sourceArns = [];
  serve({ routes: ['$default'] });
  result = ({ routeKey }) => success({ statusCode: 200, body: routeKey });
});

function success(value: unknown): InvocationResult {
  return { outcome: 'success', payload: JSON.stringify(value), cold: false };
}

interface Api extends Partial<Omit<HttpApi, 'routes'>> {
  readonly routes?: (string | Route)[];
  readonly permitted?: boolean;
  readonly timeoutMillis?: number;
}

/** Serves an API with these routes from now on. */
function serve({ routes = ['$default'], permitted = true, timeoutMillis = 30_000, ...overrides }: Api): void {
  const api: HttpApi = {
    id: 'a1b2c3d4e5',
    name: 'todos',
    executeApiArn: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5',
    account: '123456789012',
    domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
    stages: [DEFAULT_STAGE],
    ...overrides,
    routes: routes.map((route) => (typeof route === 'string' ? { key: route, integration: { functionArn: FUNCTION, timeoutMillis }, scopes: [] } : route)),
  };
  gateway = new HttpGateway(api, {
    invoke: async (_functionArn, { event }) => {
      events.push(event as APIGatewayProxyEventV2);
      return result(event as APIGatewayProxyEventV2);
    },
    mayInvoke: (_functionArn, sourceArn) => {
      sourceArns.push(sourceArn);
      return permitted;
    },
    verifyToken: async () => undefined,
  });
}

function call(method: string, path: string, headers: Record<string, string | string[]> = {}, body?: string | Buffer): Promise<Answer> {
  return send(`http://127.0.0.1:${server.port}`, { method, path, headers, body });
}

describe('route selection', () => {
  const DOCUMENTED = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];
  const CRUD = ['GET /todos', 'POST /todos', 'GET /todos/{id}', 'GET /todos/count', 'ANY /todos/{id}', 'GET /{entity}/count', 'HEAD /todos'];

  test.each([
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
    [DOCUMENTED, 'GET', '/pets/dog/1', 'GET /pets/dog/1', undefined],
    [DOCUMENTED, 'GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    [DOCUMENTED, 'GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    [DOCUMENTED, 'POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    [DOCUMENTED, 'GET', '/pets/', 'GET /pets/{proxy+}', { proxy: '' }],
    [CRUD, 'GET', '/todos', 'GET /todos', undefined],
    [CRUD, 'HEAD', '/todos', 'HEAD /todos', undefined],
    [CRUD, 'GET', '/todos/count', 'GET /todos/count', undefined],
    [CRUD, 'GET', '/users/count', 'GET /{entity}/count', { entity: 'users' }],
    [CRUD, 'GET', '/todos/7', 'GET /todos/{id}', { id: '7' }],
    [CRUD, 'PUT', '/todos/count', 'ANY /todos/{id}', { id: 'count' }],
    [CRUD, 'GET', '/todos/a%2Fb%20c', 'GET /todos/{id}', { id: 'a/b c' }],
    [CRUD, 'GET', '/todos/%E0%A4%A', 'GET /todos/{id}', { id: '%E0%A4%A' }],
    [CRUD, 'GET', '/%74odos', 'GET /todos', undefined],
    [CRUD, 'GET', '/todos/..', 'GET /todos/{id}', { id: '..' }],
  ])('among %j: %s %s leads to %s', async (routes, method, path, routeKey, pathParameters) => {
    serve({ routes });
    expect((await call(method, path)).status).toBe(200);
    expect(events[0]).toMatchObject({ routeKey, requestContext: { routeKey } });
    expect(events[0]!.pathParameters).toEqual(pathParameters);
  });

  test.each([
    ['GET', '/'], ['GET', '/todos/'], ['GET', '//todos'], ['GET', '/todos/1/2'], ['DELETE', '/todos'], ['GET', '/Todos'],
    ['GET', '/x?y=/todos'], ['HEAD', '/todos'], ['OPTIONS', '/todos'],
  ])('%s %s is not found', async (method, path) => {
    serve({ routes: ['GET /todos', 'POST /todos', 'GET /todos/{id}'] });
    const answer = await call(method, path);
    expect(answer).toMatchObject({ status: 404, text: method === 'HEAD' ? '' : '{"message":"Not Found"}' });
    expect(events).toHaveLength(0);
  });
});

describe('stages', () => {
  test('a named one is the first segment of the path, and stays in the event', async () => {
    serve({ routes: ['GET /todos/{id}'], stages: [{ name: 'dev', variables: { colour: 'red' }, routeThrottles: {} }] });
    expect((await call('GET', '/dev/todos/7')).status).toBe(200);
    expect(events[0]).toMatchObject({
      rawPath: '/dev/todos/7',
      pathParameters: { id: '7' },
      stageVariables: { colour: 'red' },
      requestContext: { stage: 'dev', http: { path: '/dev/todos/7' } },
    });
    expect((await call('GET', '/todos/7')).status).toBe(404);
  });

  test('the default one takes what names no other', async () => {
    serve({ routes: ['GET /todos', 'GET /'], stages: [DEFAULT_STAGE, { name: 'dev', routeThrottles: {} }] });
    await call('GET', '/todos');
    await call('GET', '/dev/todos');
    await call('GET', '/dev');
    expect(events.map(({ requestContext }) => requestContext.stage)).toEqual(['$default', 'dev', 'dev']);
  });
});

describe('the event', () => {
  test('has the shape of payload format 2.0', async () => {
    const path = '/capture/space%20value?repeat=one&repeat=two&literalPlus=a+b&encodedPlus=a%2Bb&empty=';
    await call('POST', path, {
      'Content-Type': 'application/json',
      'X-Probe': ['first', 'second'],
      'Cookie': 'session=abc123; theme=dark',
      'User-Agent': 'test',
      'X-Forwarded-For': '10.0.0.1',
      'X-Forwarded-Proto': 'https',
      'Host': 'forged.example.com',
    }, '{"unicode":"λ"}');
    const { requestContext, headers, ...event } = events[0]!;
    expect(event).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/capture/space value',
      rawQueryString: 'repeat=one&repeat=two&literalPlus=a+b&encodedPlus=a%2Bb&empty=',
      cookies: ['session=abc123', 'theme=dark'],
      queryStringParameters: { repeat: 'one,two', literalPlus: 'a b', encodedPlus: 'a+b', empty: '' },
      body: '{"unicode":"λ"}',
      isBase64Encoded: false,
    });
    expect(headers).toEqual({
      'content-type': 'application/json',
      'content-length': '16',
      'x-probe': 'first,second',
      'user-agent': 'test',
      'host': 'forged.example.com',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'x-forwarded-for': '10.0.0.1, 127.0.0.1',
      'x-forwarded-port': String(server.port),
      'x-forwarded-proto': 'http',
    });
    expect(requestContext).toEqual({
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'a1b2c3d4e5',
      http: { method: 'POST', path: '/capture/space value', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    });
  });

  test('leaves out what the request does not have', async () => {
    await call('GET', '/');
    expect(Object.keys(events[0]!).sort()).toEqual(['headers', 'isBase64Encoded', 'rawPath', 'rawQueryString', 'requestContext', 'routeKey', 'version']);
  });

  test('ends the path at a question mark that was encoded', async () => {
    await call('GET', '/users/me%3Fadmin=true?real=1');
    expect(events[0]).toMatchObject({ rawPath: '/users/me', rawQueryString: 'real=1' });
  });

  test('is not misled by names of object members', async () => {
    await call('GET', '/?__proto__=1&constructor=2', { constructor: 'a' });
    expect(events[0]!.queryStringParameters).toEqual(JSON.parse('{"__proto__":"1","constructor":"2"}'));
    expect(events[0]!.headers.constructor).toBe('a');
  });

  test.each([
    ['application/json', false], ['application/json; charset=utf-8', false], ['APPLICATION/JSON', false], ['text/plain', false], ['text/csv', false],
    ['application/xml', false], ['application/javascript', false], ['application/merge-patch+json', true], ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true], ['multipart/form-data', true], ['application/octet-stream', true], ['image/svg+xml', true],
  ])('has a body of type %s in base64: %s', async (type, isBase64Encoded) => {
    await call('POST', '/', { 'Content-Type': type }, '{"a":1}');
    expect(events[0]).toMatchObject({ body: isBase64Encoded ? 'eyJhIjoxfQ==' : '{"a":1}', isBase64Encoded });
  });

  test('has a body without a type in base64', async () => {
    await call('POST', '/', {}, '{"a":1}');
    expect(events[0]).toMatchObject({ body: 'eyJhIjoxfQ==', isBase64Encoded: true });
  });
});

describe('the answer', () => {
  test.each<[string, unknown, number, string, Record<string, string | string[]>]>([
    ['structured', { statusCode: 201, headers: { 'X-A': 'b', 'Content-Type': 'text/html' }, body: '<p>' }, 201, '<p>', { 'x-a': 'b', 'content-type': 'text/html' }],
    ['a body without a type', { statusCode: 200, body: 'x' }, 200, 'x', { 'content-type': 'text/plain;charset=UTF-8' }],
    ['cookies', { statusCode: 200, cookies: ['a=1', 'b=2'] }, 200, '', { 'set-cookie': ['a=1', 'b=2'] }],
    ['base64', { statusCode: 200, body: 'aGk=', isBase64Encoded: true }, 200, 'hi', { 'content-length': '2' }],
    ['a status as text', { statusCode: '204' }, 204, '', {}],
    ['numbers as headers', { statusCode: 200, headers: { 'x-n': 1, 'x-b': true } }, 200, '', { 'x-n': '1', 'x-b': 'true' }],
    ['headers of the connection left out', { statusCode: 200, headers: { 'connection': 'x', 'transfer-encoding': 'chunked', 'content-length': '99' } }, 200, '', { 'content-length': '0' }],
    ['an object without a status', { a: 1 }, 200, '{"a":1}', { 'content-type': 'application/json' }],
    ['a text', 'hello', 200, 'hello', { 'content-type': 'application/json' }],
    ['a list', [1, 2], 200, '[1,2]', { 'content-type': 'application/json' }],
    ['nothing', null, 200, 'null', { 'content-type': 'application/json' }],
  ])('may be %s', async (_case, returned, status, text, headers) => {
    result = () => success(returned);
    const answer = await call('GET', '/');
    expect(answer).toMatchObject({ status, text, headers: { ...headers, 'apigw-requestid': 'request-1' } });
  });

  test.each([
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }, "the function's answer cannot be sent: body is of type object; it must be a text"],
    ['no status', { statusCode: 'ok' }, /statusCode is "ok"; it must be a number from 200 to 599/],
    ['a status out of range', { statusCode: 99 }, /statusCode is 99/],
    ['headers that are no object', { statusCode: 200, headers: [] }, /headers is \[\]/],
    ['a header that is no text', { statusCode: 200, headers: { a: ['b'] } }, /header a is \["b"\]/],
    ['a header name with a space', { statusCode: 200, headers: { 'a b': 'c' } }, /Header name must be a valid HTTP token/],
    ['a line break in a header', { statusCode: 200, headers: { 'x-a': 'b\r\nset-cookie: c=d' } }, /Invalid character in header content/],
    ['a line break in a cookie', { statusCode: 200, cookies: ['a=b\r\nx: y'] }, /Invalid character in header content/],
    ['cookies that are no list', { statusCode: 200, cookies: 'a=b' }, /cookies is "a=b"/],
  ])('with %s is 500', async (_case, returned, problem) => {
    result = () => success(returned);
    const answer = await call('GET', '/');
    expect(answer).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
    expect(last.problem).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  test('to HEAD has the length and no body', async () => {
    result = () => success({ statusCode: 200, body: '12345' });
    expect(await call('HEAD', '/')).toMatchObject({ status: 200, text: '', headers: { 'content-length': '5' } });
  });

  test.each<[string, InvocationResult, number, string]>([
    ['a failing function', { outcome: 'error', error: { errorType: 'Error', errorMessage: 'secret' }, cold: true }, 500, 'Internal Server Error'],
    ['a throttled function', { outcome: 'throttled' }, 503, 'Service Unavailable'],
    ['an event that is too large', { outcome: 'tooLarge' }, 413, 'Request Entity Too Large'],
  ])('of %s tells nothing of it', async (_case, outcome, status, message) => {
    result = () => outcome;
    expect(await call('GET', '/')).toMatchObject({ status, text: JSON.stringify({ message }) });
    expect(last.functionArn).toBe(FUNCTION);
  });

  test('is 503 when the function takes longer than the integration may', async () => {
    serve({ timeoutMillis: 50 });
    result = () => new Promise(() => undefined);
    expect(await call('GET', '/')).toMatchObject({ status: 503, text: '{"message":"Service Unavailable"}' });
  });
});

describe('permissions', () => {
  test.each([
    ['GET /todos/{id}', 'GET', '/todos/7', '$default', 'GET/todos/{id}'],
    ['ANY /todos', 'PUT', '/todos', '$default', 'PUT/todos'],
    ['$default', 'GET', '/x', '$default', '$default'],
    ['GET /todos', 'GET', '/dev/todos', 'dev', 'GET/todos'],
  ])('a call of %s by %s %s comes from …/%s/%s', async (route, method, path, stage, resource) => {
    serve({ routes: [route], stages: [{ name: stage, routeThrottles: {} }] });
    await call(method, path);
    expect(sourceArns).toEqual([`arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/${stage}/${resource}`]);
  });

  test('without one the function is not invoked', async () => {
    serve({ permitted: false });
    expect(await call('GET', '/')).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
    expect(events).toHaveLength(0);
    expect(last.problem).toMatch(/permissions do not let arn:aws:execute-api:.* invoke it/);
  });
});

describe('limits', () => {
  test('of headers: 10,240 bytes', async () => {
    expect(await call('GET', '/', { 'X-Long': 'x'.repeat(10_300) })).toMatchObject({ status: 431, text: '{"message":"Request Header Fields Too Large"}' });
    expect((await call('GET', '/', { 'X-Long': 'x'.repeat(9_000) })).status).toBe(200);
    expect((await call('GET', '/', { 'X-Long': 'x'.repeat(80_000) })).status).toBe(431);
  });

  test('of the body: 10 MB', async () => {
    const answer = await call('POST', '/', { 'Content-Type': 'text/plain' }, Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
    expect(answer).toMatchObject({ status: 413, text: '{"message":"Request Entity Too Large"}' });
    expect((await call('POST', '/', { 'Content-Type': 'text/plain' }, Buffer.alloc(10 * 1024 * 1024, 'x'))).status).toBe(200);
  });

  test('of the rate, for the stage and for a route of its own', async () => {
    serve({
      routes: ['GET /a', 'GET /b', 'GET /c'],
      stages: [{ name: '$default', throttle: { rateLimit: 0.001, burstLimit: 2 }, routeThrottles: { 'GET /b': { rateLimit: 0.001, burstLimit: 1 } } }],
    });
    const statuses = async (path: string) => [(await call('GET', path)).status, (await call('GET', path)).status, (await call('GET', path)).status];
    expect(await statuses('/a')).toEqual([200, 200, 429]);
    expect(await statuses('/b')).toEqual([200, 429, 429]);
    expect(await statuses('/c')).toEqual([200, 200, 429]); // a stage's limit is each route's own
    expect((await call('GET', '/a')).text).toBe('{"message":"Too Many Requests"}');
  });

  test('a bucket fills again', async () => {
    serve({ stages: [{ name: '$default', throttle: { rateLimit: 100, burstLimit: 1 }, routeThrottles: {} }] });
    expect((await call('GET', '/')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await call('GET', '/')).status).toBe(200);
  });
});

describe('CORS', () => {
  const CORS: CorsConfiguration = {
    allowOrigins: ['https://app.example.com', 'http://*'],
    allowMethods: ['GET', 'PUT'],
    allowHeaders: ['content-type', 'if-match'],
    exposeHeaders: ['etag'],
    allowCredentials: true,
    maxAgeSeconds: 300,
  };
  const PREFLIGHT = { 'Origin': 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' };

  function corsHeaders({ headers }: Answer): Record<string, unknown> {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));
  }

  test('the API answers preflights itself, on every path', async () => {
    serve({ routes: ['GET /todos', '$default'], cors: { ...CORS, exposeHeaders: [] } });
    for (const path of ['/todos', '/elsewhere']) {
      const answer = await call('OPTIONS', path, PREFLIGHT);
      expect({ status: answer.status, ...corsHeaders(answer) }).toEqual({
        'status': 204,
        'access-control-allow-origin': 'https://app.example.com',
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET,PUT',
        'access-control-allow-headers': 'content-type,if-match',
        'access-control-max-age': '300',
      });
    }
    expect(events).toHaveLength(0);
  });

  test.each([
    ['no origin', { 'Access-Control-Request-Method': 'PUT' }],
    ['no requested method', { Origin: 'https://app.example.com' }],
    ['another origin', { ...PREFLIGHT, Origin: 'https://evil.example.com' }],
    ['an opaque origin', { ...PREFLIGHT, Origin: 'null' }],
  ])('grants nothing to OPTIONS with %s', async (_case, headers) => {
    serve({ cors: { ...CORS, exposeHeaders: [] } });
    const answer = await call('OPTIONS', '/', headers);
    expect(answer.status).toBe(204);
    expect(corsHeaders(answer)['access-control-allow-methods']).toBeUndefined();
  });

  test("its headers stand in place of the function's", async () => {
    serve({ cors: CORS });
    result = () => success({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', 'access-control-max-age': '1', 'etag': '"1"' } });
    const answer = await call('GET', '/', { Origin: 'http://localhost:8080' });
    expect(corsHeaders(answer)).toEqual({
      'access-control-allow-origin': 'http://localhost:8080',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'etag',
    });
    expect(corsHeaders(await call('GET', '/'))).toEqual({});
    expect(corsHeaders(await call('GET', '/', { Origin: 'https://evil.example.com' }))).toEqual({});
  });

  test('any origin is granted as an asterisk, on refusals too', async () => {
    serve({ routes: ['GET /todos'], cors: { ...CORS, allowOrigins: ['*'], allowCredentials: false } });
    const answer = await call('GET', '/missing', { Origin: 'https://a.example.com' });
    expect({ status: answer.status, ...corsHeaders(answer) }).toMatchObject({ 'status': 404, 'access-control-allow-origin': '*' });
  });

  test("without a configuration the function's headers and its OPTIONS route are its own", async () => {
    result = ({ requestContext }) => success({ statusCode: 200, headers: { 'access-control-allow-origin': 'x' }, body: requestContext.http.method });
    const answer = await call('OPTIONS', '/', PREFLIGHT);
    expect(answer).toMatchObject({ status: 200, text: 'OPTIONS', headers: { 'access-control-allow-origin': 'x' } });
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
    expect(await sendRaw(server.port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(events).toHaveLength(0);
    expect((await call('GET', '/')).status).toBe(200);
  });

  test('a request line with a whole address', async () => {
    await sendRaw(server.port, 'GET http://elsewhere.example.com/todos?a=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(events[0]).toMatchObject({ rawPath: '/todos', rawQueryString: 'a=1' });
  });

  test('a client that goes away in mid-body', async () => {
    await sendAndLeave(server.port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n12345');
    expect((await call('GET', '/')).status).toBe(200);
    expect(events).toHaveLength(1);
  });
});
