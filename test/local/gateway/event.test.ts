import { useStand } from './stand';

const stand = useStand();

describe('the event', () => {
  test('has the shape of payload format 2.0', async () => {
    const path = '/capture/space%20value?repeat=one&repeat=two&literalPlus=a+b&encodedPlus=a%2Bb&empty=';
    await stand.call('POST', path, {
      'Content-Type': 'application/json',
      'X-Probe': ['first', 'second'],
      'Cookie': 'session=abc123; theme=dark',
      'User-Agent': 'test',
      'X-Forwarded-For': '10.0.0.1',
      'X-Forwarded-Proto': 'https',
      'Host': 'forged.example.com',
    }, '{"unicode":"λ"}');
    const { requestContext, headers, ...event } = stand.events[0]!;
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
      'x-forwarded-port': String(stand.port),
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
    await stand.call('GET', '/');
    expect(Object.keys(stand.events[0]!).sort()).toEqual(['headers', 'isBase64Encoded', 'rawPath', 'rawQueryString', 'requestContext', 'routeKey', 'version']);
  });

  test('ends the path at a question mark that was encoded', async () => {
    await stand.call('GET', '/users/me%3Fadmin=true?real=1');
    expect(stand.events[0]).toMatchObject({ rawPath: '/users/me', rawQueryString: 'real=1' });
  });

  test('is not misled by names of object members', async () => {
    await stand.call('GET', '/?__proto__=1&constructor=2', { constructor: 'a' });
    expect(stand.events[0]!.queryStringParameters).toEqual(JSON.parse('{"__proto__":"1","constructor":"2"}'));
    expect(stand.events[0]!.headers.constructor).toBe('a');
  });

  test.each([
    ['application/json', false], ['application/json; charset=utf-8', false], ['APPLICATION/JSON', false], ['text/plain', false], ['text/csv', false],
    ['application/xml', false], ['application/javascript', false], ['application/merge-patch+json', true], ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true], ['multipart/form-data', true], ['application/octet-stream', true], ['image/svg+xml', true],
  ])('has a body of type %s in base64: %s', async (type, isBase64Encoded) => {
    await stand.call('POST', '/', { 'Content-Type': type }, '{"a":1}');
    expect(stand.events[0]).toMatchObject({ body: isBase64Encoded ? 'eyJhIjoxfQ==' : '{"a":1}', isBase64Encoded });
  });

  test('has U+FFFD for bytes of a text that are no UTF-8', async () => {
    await stand.call('POST', '/', { 'Content-Type': 'application/json' }, Buffer.from('{"a":"\xff\xc3"}', 'latin1'));
    expect(stand.events[0]).toMatchObject({ body: '{"a":"\ufffd\ufffd"}', isBase64Encoded: false });
  });

  test('has a body without a type in base64', async () => {
    await stand.call('POST', '/', {}, '{"a":1}');
    expect(stand.events[0]).toMatchObject({ body: 'eyJhIjoxfQ==', isBase64Encoded: true });
  });
});
