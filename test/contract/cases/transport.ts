import { todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { anId, anInstant, matching } from '../harness/matchers';
import { get, raw, RawRequestSpec, send } from '../harness/requests';

const BODY = '{"title":"raw"}';
const stored = { id: anId, title: 'raw', completed: false, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const putRaw = [todos.putItem({ title: 'raw', completed: false })];
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Requests that the HTTP parser itself turns down, so that nothing behind it sees them. */
const unparsable: [what: string, request: RawRequestSpec][] = [
  ['both Content-Length and Transfer-Encoding', raw(
    ['POST /todos HTTP/1.1', 'Host: {host}', 'Content-Type: application/json', 'Content-Length: 15', 'Transfer-Encoding: chunked'], `f\r\n${BODY}\r\n0\r\n\r\n`)],
  ['two different Content-Lengths', raw(['POST /todos HTTP/1.1', 'Host: {host}', 'Content-Length: 15', 'Content-Length: 16'], BODY)],
  ['a Content-Length that is no number', raw(['POST /todos HTTP/1.1', 'Host: {host}', 'Content-Length: 1x'], BODY)],
  ['a negative Content-Length', raw(['POST /todos HTTP/1.1', 'Host: {host}', 'Content-Length: -1'], BODY)],
  ['an unknown transfer encoding', raw(['POST /todos HTTP/1.1', 'Host: {host}', 'Transfer-Encoding: rot13'], BODY)],
  ['a broken chunk size', raw(['POST /todos HTTP/1.1', 'Host: {host}', 'Transfer-Encoding: chunked'], `zz\r\n${BODY}\r\n0\r\n\r\n`)],
  ['a line feed alone between headers', raw(['GET /todos HTTP/1.1', 'Host: {host}\nX-Injected: 1'])],
  ['a NUL in a header', raw(['GET /todos HTTP/1.1', 'Host: {host}', 'X-Nul: a\0b'])],
  ['a space before the colon of a header', raw(['GET /todos HTTP/1.1', 'Host: {host}', 'X-Space : 1'])],
  ['an unknown method', raw(['BREW /todos HTTP/1.1', 'Host: {host}'])],
  ['no Host', raw(['GET /todos HTTP/1.1'])],
  ['a space in the path', raw(['GET /todos /x HTTP/1.1', 'Host: {host}'])],
];

export const transport: CaseFile = {
  topic: 'transport',
  cases: [
    ...unparsable.map(([what, request]): Case => ({
      name: `${what} is 400, and the server lives`,
      transport: true,
      request,
      status: 400,
      calls: [],
      after: [{ request: get('/todos/nothing'), status: 404, calls: [] }],
    })),
    {
      name: 'a header section over 10,240 bytes is 431',
      transport: true,
      request: get('/todos', { 'X-Large': 'a'.repeat(11_000) }),
      status: 431,
      calls: [],
      after: [{ request: get('/todos/nothing'), status: 404, calls: [] }],
    },
    {
      name: 'a body over 10 MB is 413',
      transport: true,
      request: send('POST', '/todos', Buffer.alloc(10 * 1024 * 1024 + 1, ' '), JSON_TYPE),
      status: 413,
      calls: [],
      after: [{ request: get('/todos/nothing'), status: 404, calls: [] }],
    },
    {
      name: 'a chunked body is read',
      request: send('POST', '/todos', BODY, JSON_TYPE, { chunkBytes: 4 }),
      status: 201,
      body: stored,
      calls: putRaw,
    },
    {
      name: 'a slow body is waited for',
      request: send('POST', '/todos', BODY, JSON_TYPE, { chunkBytes: 5, chunkPauseMs: 60 }),
      status: 201,
      body: stored,
      calls: putRaw,
    },
    {
      name: 'a slow head is waited for',
      transport: true,
      request: { raw: ['GET /todos/noth', 'ing HTTP/1.1\r\nHo', 'st: {host}\r\n', '\r\n'], pauseMs: 60 },
      status: 404,
      calls: [],
    },
    {
      name: 'Expect: 100-continue is continued',
      request: send('POST', '/todos', BODY, { ...JSON_TYPE, Expect: '100-continue' }),
      status: 201,
      body: stored,
      calls: putRaw,
    },
    {
      name: 'two requests in one packet are answered both, in their order',
      transport: true,
      request: {
        raw: ['GET /todos/nothing HTTP/1.1\r\nHost: {host}\r\n\r\nDELETE /todos HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n'],
        untilClose: true,
      },
      status: 404,
      body: matching(/"code":"not-found".*HTTP\/1\.1 405 .*"code":"method-not-allowed"/s),
      calls: [],
    },
  ],
};
