import { success, useStand } from './stand';
import { CorsConfiguration } from '../../../src/local/gateway';
import { Answer } from '../support/http-client';

const stand = useStand();

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
    stand.serve({ routes: ['GET /todos', '$default'], cors: { ...CORS, exposeHeaders: [] } });
    for (const path of ['/todos', '/elsewhere']) {
      const answer = await stand.call('OPTIONS', path, PREFLIGHT);
      expect({ status: answer.status, ...corsHeaders(answer) }).toEqual({
        'status': 204,
        'access-control-allow-origin': 'https://app.example.com',
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET,PUT',
        'access-control-allow-headers': 'content-type,if-match',
        'access-control-max-age': '300',
      });
    }
    expect(stand.events).toHaveLength(0);
  });

  test.each([
    ['no origin', { 'Access-Control-Request-Method': 'PUT' }],
    ['no requested method', { Origin: 'https://app.example.com' }],
    ['another origin', { ...PREFLIGHT, Origin: 'https://evil.example.com' }],
    ['an opaque origin', { ...PREFLIGHT, Origin: 'null' }],
  ])('grants nothing to OPTIONS with %s', async (_case, headers) => {
    stand.serve({ cors: { ...CORS, exposeHeaders: [] } });
    const answer = await stand.call('OPTIONS', '/', headers);
    expect(answer.status).toBe(204);
    expect(corsHeaders(answer)['access-control-allow-methods']).toBeUndefined();
  });

  test("its headers stand in place of the function's", async () => {
    stand.serve({ cors: CORS });
    stand.result = () => success({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', 'access-control-max-age': '1', 'etag': '"1"' } });
    const answer = await stand.call('GET', '/', { Origin: 'http://localhost:8080' });
    expect(corsHeaders(answer)).toEqual({
      'access-control-allow-origin': 'http://localhost:8080',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'etag',
    });
    expect(corsHeaders(await stand.call('GET', '/'))).toEqual({});
    expect(corsHeaders(await stand.call('GET', '/', { Origin: 'https://evil.example.com' }))).toEqual({});
  });

  test('any origin is granted as an asterisk, on refusals too', async () => {
    stand.serve({ routes: ['GET /todos'], cors: { ...CORS, allowOrigins: ['*'], allowCredentials: false } });
    const answer = await stand.call('GET', '/missing', { Origin: 'https://a.example.com' });
    expect({ status: answer.status, ...corsHeaders(answer) }).toMatchObject({ 'status': 404, 'access-control-allow-origin': '*' });
  });

  test("without a configuration the function's headers and its OPTIONS route are its own", async () => {
    stand.result = ({ requestContext }) => success({ statusCode: 200, headers: { 'access-control-allow-origin': 'x' }, body: requestContext.http.method });
    const answer = await stand.call('OPTIONS', '/', PREFLIGHT);
    expect(answer).toMatchObject({ status: 200, text: 'OPTIONS', headers: { 'access-control-allow-origin': 'x' } });
  });
});
