import { FUNCTION, success, useStand } from './stand';
import type { InvocationResult } from '../../../src/local/lambda';

const stand = useStand();

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
    stand.result = () => success(returned);
    const answer = await stand.call('GET', '/');
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
    stand.result = () => success(returned);
    const answer = await stand.call('GET', '/');
    expect(answer).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
    expect(stand.last.problem).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  test('to HEAD has the length and no body', async () => {
    stand.result = () => success({ statusCode: 200, body: '12345' });
    expect(await stand.call('HEAD', '/')).toMatchObject({ status: 200, text: '', headers: { 'content-length': '5' } });
  });

  test.each<[string, InvocationResult, number, string]>([
    ['a failing function', { outcome: 'error', error: { errorType: 'Error', errorMessage: 'secret' }, cold: true }, 500, 'Internal Server Error'],
    ['a throttled function', { outcome: 'throttled' }, 503, 'Service Unavailable'],
    ['an event that is too large', { outcome: 'tooLarge' }, 413, 'Request Entity Too Large'],
  ])('of %s tells nothing of it', async (_case, outcome, status, message) => {
    stand.result = () => outcome;
    expect(await stand.call('GET', '/')).toMatchObject({ status, text: JSON.stringify({ message }) });
    expect(stand.last.functionArn).toBe(FUNCTION);
  });

  test('is 503 when the function takes longer than the integration may', async () => {
    stand.serve({ timeoutMillis: 50 });
    stand.result = () => new Promise(() => undefined);
    expect(await stand.call('GET', '/')).toMatchObject({ status: 503, text: '{"message":"Service Unavailable"}' });
  });
});
