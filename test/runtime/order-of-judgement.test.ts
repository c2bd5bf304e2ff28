import { conditionFailed, ID, openFunction, RequestOptions } from './fixtures/function';
import { todoModel } from './fixtures/models';

const model = todoModel({ scope: { kind: 'owner' }, request: { maxBodyBytes: 60, requireIfMatch: true } });
const GOOD: RequestOptions = { claims: { sub: 'ana' }, body: { title: 'x' }, headers: { 'if-match': '*' } };

/** Each request has one fault more than the next one; the first fault in the order decides. */
test.each<[number, string, RequestOptions]>([
  [404, '/other', { body: `{${' '.repeat(90)}`, headers: { 'content-type': 'text/plain', 'accept': 'text/html', 'if-match': 'x' }, query: 'x=1' }],
  [403, `/todos/${ID}`, { body: `{${' '.repeat(90)}`, headers: { 'content-type': 'text/plain', 'accept': 'text/html', 'if-match': 'x' }, query: 'x=1' }],
  [413, `/todos/${ID}`, { ...GOOD, body: `{${' '.repeat(90)}`, headers: { 'content-type': 'text/plain', 'accept': 'text/html', 'if-match': 'x' } }],
  [415, `/todos/${ID}`, { ...GOOD, body: '{', headers: { 'content-type': 'text/plain', 'accept': 'text/html', 'if-match': 'x' } }],
  [406, `/todos/${ID}`, { ...GOOD, body: '{', headers: { 'accept': 'text/html', 'if-match': 'x' } }],
  [400, `/todos/${ID}`, { ...GOOD, body: '{', headers: { 'if-match': 'x' } }],
  [400, `/todos/${ID}`, { ...GOOD, body: '{' }],
  [400, `/todos/${ID}`, { ...GOOD, body: {}, headers: {} }],
  [428, `/todos/${ID}`, { ...GOOD, headers: {} }],
])('%i for a PUT of %s', async (status, path, options) => {
  const { calls, request } = openFunction([conditionFailed()], { model });
  expect((await request('PUT', path, options)).statusCode).toBe(status);
  expect(calls).toEqual([]);
});

test('the one conditional write decides the rest', async () => {
  const { calls, request } = openFunction([conditionFailed()], { model });
  expect((await request('PUT', `/todos/${ID}`, GOOD)).statusCode).toBe(412);
  expect(calls).toHaveLength(1);
});

test.each<[string, RequestOptions, string[]]>([
  ['application/json', { headers: {} }, []],
  ['APPLICATION/JSON; charset="UTF-8"', {}, []],
  ['application/merge-patch+json', {}, []],
  ['application/json;charset=latin1', {}, ['the body must be in UTF-8, without another charset']],
  ['application/x-www-form-urlencoded', {}, ['Content-Type must be application/merge-patch+json or application/json']],
  ['', {}, ['Content-Type must be application/merge-patch+json or application/json']],
])('a patch as %s', async (type, options, [detail]) => {
  const { request } = openFunction([{ Attributes: { id: { S: ID } } }]);
  const answer = await request('PATCH', `/todos/${ID}`, { ...options, body: { title: 'x' }, headers: { 'content-type': type } });
  expect(answer.json.detail).toBe(detail);
  if (detail) expect(answer).toMatchObject({ statusCode: 415, headers: { 'Accept-Patch': 'application/merge-patch+json, application/json' } });
  else expect(answer.statusCode).toBe(200);
});

test('a content encoding is refused', async () => {
  const { request } = openFunction();
  expect((await request('POST', '/todos', { body: { title: 'x' }, headers: { 'content-encoding': 'gzip' } })).statusCode).toBe(415);
});

test('only a patch takes the type of patches', async () => {
  const { request } = openFunction();
  const headers = { 'content-type': 'application/merge-patch+json' };
  expect(await request('POST', '/todos', { body: { title: 'x' }, headers })).toMatchObject({ statusCode: 415, headers: { Accept: 'application/json' } });
});

test('an API can be lenient about the type, for clients such as curl -d', async () => {
  const { request } = openFunction([{}], { model: todoModel({ request: { lenientContentType: true } }) });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = Buffer.from('{"title":"x"}').toString('base64');
  expect((await request('POST', '/todos', { headers, event: { body, isBase64Encoded: true } })).statusCode).toBe(201);
});

test.each<[string, number]>([
  ['*/*', 200],
  ['application/json', 200],
  ['text/html, application/*;q=0.1', 200],
  ['', 200],
  ['application/json;q=0, */*', 406],
  ['text/html', 406],
  ['application/xml, text/*', 406],
])('Accept: %s is %i', async (accept, status) => {
  const { request } = openFunction([{ Item: { id: { S: ID } } }]);
  expect((await request('GET', `/todos/${ID}`, { headers: { accept } })).statusCode).toBe(status);
});

test.each<[string, Buffer | string, string]>([
  ['empty', '', 'the body is empty'],
  ['a byte order mark', '\ufeff{}', 'the body begins with a byte order mark'],
  ['a byte order mark in base64', Buffer.from('\ufeff{}'), 'the body begins with a byte order mark'],
  ['no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'the body is not valid UTF-8'],
  ['UTF-16', Buffer.from('{}', 'utf16le'), '"\\u0000" is not expected at character 1'],
])('a body that is %s is 400', async (_, content, detail) => {
  const { request } = openFunction();
  const isBytes = typeof content !== 'string';
  const event = { body: isBytes ? content.toString('base64') : content, isBase64Encoded: isBytes };
  const answer = await request('POST', '/todos', { headers: { 'content-type': 'application/json' }, event });
  expect(answer.json).toMatchObject({ status: 400, code: 'malformed-json', detail });
});

test.each([['null'], ['[]'], ['"x"'], ['1']])('a body that is %s is no item', async (body) => {
  const { request } = openFunction();
  expect((await request('POST', '/todos', { body })).json).toMatchObject({ status: 400, code: 'validation-failed', errors: [{ pointer: '', code: 'type' }] });
});

test('100,000 unknown members are reported quickly, and in part', async () => {
  const { request } = openFunction([{}], { model: todoModel({ request: { maxBodyBytes: 6_000_000 } }) });
  const members = Array.from({ length: 100_000 }, (_, place) => `"k${place}":1`);
  const started = process.cpuUsage();
  const { json } = await request('POST', '/todos', { body: `{${members.join()}}` });
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
  expect(json.errors).toHaveLength(100);
});

test('every mistake is told at once, with its place', async () => {
  const { request } = openFunction();
  const { json } = await request('POST', '/todos', { body: { title: '', priority: 9, tags: [1], x: 1, __v: 2 } });
  expect(json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`))
    .toEqual(['/title minLength', '/priority maximum', '/tags/0 type', '/x unknown', '/__v unknown']);
});

test.each([
  ['GET', `/todos/${ID}`, 'x=1', 'x'],
  ['POST', '/todos', 'fields=title', 'fields'],
  ['DELETE', `/todos/${ID}`, 'force', 'force'],
  ['GET', '/todos', 'limit=1&limit=2', 'limit'],
  ['GET', '/todos', 'limit=%E0%A4%A', 'limit'],
])('%s %s?%s is 400 and names %s', async (method, path, query, parameter) => {
  const { calls, request } = openFunction();
  const { json } = await request(method, path, { query, ...(method === 'POST' && { body: { title: 'x' } }) });
  expect(json).toMatchObject({ status: 400, code: 'invalid-parameter', errors: [{ parameter }] });
  expect(calls).toEqual([]);
});

test.each(['x', '"a" "b"', '"a', 'W/', '', '"a",,x', `${'"a",'.repeat(21)}"b"`])('If-Match: %s is 400', async (value) => {
  const { request } = openFunction();
  const { json } = await request('DELETE', `/todos/${ID}`, { headers: { 'if-match': value } });
  expect(json).toMatchObject({ status: 400, code: 'invalid-header', errors: [{ header: 'If-Match' }] });
});
