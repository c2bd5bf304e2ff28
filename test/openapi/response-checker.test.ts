import { todos } from './models';
import { ReceivedAnswer, ResponseChecker } from './response-checker';
import { openapiOf } from '../../src/openapi';

const checker = new ResponseChecker(openapiOf([todos], { title: 'Todos', version: '1' }));
const ID = '01948f6c-9d80-7000-8000-3f2a9b1c4d5e';
const ITEM = { id: ID, title: 'a', createdAt: '2025-01-31T08:30:00.000Z', updatedAt: '2025-01-31T08:30:00.000Z', version: 1 };

function answer(status: number, value: unknown, headers: Record<string, string> = {}, type = 'application/json'): ReceivedAnswer {
  return { status, headers: { 'content-type': type, 'x-request-id': 'r', ...headers }, body: value === undefined ? '' : JSON.stringify(value) };
}

function problem(status: number, code: string): ReceivedAnswer {
  return answer(status, { type: 'about:blank', title: 't', status, detail: 'd', instance: '#r', code, requestId: 'r' }, {}, 'application/problem+json');
}

test.each<[string, string, ReceivedAnswer]>([
  ['GET', `/todos/${ID}`, answer(200, ITEM, { etag: '"1"' })],
  ['GET', '/todos?limit=1', answer(200, { items: [ITEM], nextCursor: 'x' }, { link: '<>' })],
  ['GET', '/todos?fields=title', answer(200, { items: [{ title: 'a' }] })],
  ['HEAD', `/todos/${ID}`, answer(200, undefined, { etag: '"1"' })],
  ['DELETE', `/todos/${ID}`, problem(404, 'not-found')],
  ['GET', '/todos', answer(429, { message: 'Too Many Requests' })],
])('%s %s: an answer as the document says', (method, url, received) => expect(checker.mistakes(method, url, received)).toEqual([]));

test.each<[string, string, ReceivedAnswer, string[]]>([
  ['GET', `/todos/${ID}`, answer(200, { ...ITEM, title: 5 }), ['body/title must be string']],
  ['GET', '/todos', answer(200, { items: [{ title: 'a' }] }), ['id', 'createdAt', 'updatedAt', 'version'].map((name) => `body/items/0 must have required property '${name}'`)],
  ['GET', '/todos', answer(202, {}), ['status 202 is not documented']],
  ['DELETE', `/todos/${ID}`, problem(404, 'gone'), ['body/code must be equal to one of the allowed values']],
  ['DELETE', `/todos/${ID}`, answer(204, undefined, { etag: '"1"' }), ['header etag is not documented for 204']],
  ['GET', '/todos', answer(200, 'x', {}, 'text/plain'), ['content of type text/plain is not documented']],
])('%s %s: what the document does not say is named', (method, url, received, mistakes) => expect(checker.mistakes(method, url, received)).toEqual(mistakes));

test.each([['PUT', '/todos'], ['GET', '/nothing'], ['GET', '/todos/../todos']])('%s %s is none of its operations', (method, url) => {
  expect(checker.mistakes(method, url, problem(404, 'not-found'))).toBeUndefined();
});
