import { Case, CaseFile } from '../harness/case';
import { notFound } from '../harness/problems';
import { get, patch, put, remove } from '../harness/requests';

/** Segments in the place of an id, none of which can be one. */
const segments: [what: string, segment: string][] = [
  ['an encoded slash', 'a%2Fb'],
  ['a doubly encoded slash', 'a%252Fb'],
  ['a percent sign alone', '100%'],
  ['a cut UTF-8 sequence', '%E0%A4%A'],
  ['invalid UTF-8', '%FF%FE'],
  ['an overlong slash', '%C0%AF'],
  ['a NUL', '%00'],
  ['CR and LF', 'a%0D%0ASet-Cookie:%20x=1'],
  ['one dot', '.'],
  ['two dots', '..'],
  ['encoded dots', '%2e%2e'],
  ['a climb', '..%2F..%2Fetc%2Fpasswd'],
  ['a backslash', '..%5C..%5Cetc'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['null', 'null'],
  ['a template', '%7Bid%7D'],
  ['the partition of the table', 'todo%7Ccollection%7C'],
  ['an id with a space behind', '01890000-0000-7000-8000-000000000000%20'],
  ['a UUID of version 4', '9b2f3f0e-6d1c-4f57-9d4e-0b8a1f1c2d3e'],
  ['an emoji', '%F0%9F%A5%9B'],
  ['2,048 bytes', 'a'.repeat(2048)],
  ['2,049 bytes', 'a'.repeat(2049)],
  ['4,096 bytes', 'a'.repeat(4096)],
];

const paths: [what: string, path: string][] = [
  ['dot segments are not resolved', '/todos/../todos'],
  ['encoded dot segments are not resolved', '/%2e%2e/todos'],
  ['a path with backslashes is another one', '/todos%5C'],
  ['a doubled slash is another path', '//todos//x'],
  ['a very deep path is another one', '/todos' + '/a'.repeat(1000)],
];

export const hostilePaths: CaseFile = {
  topic: 'hostile paths',
  cases: [
    ...segments.map(([what, segment]): Case => ({ name: `${what} as an id is 404 without a call`, request: get(`/todos/${segment}`), ...notFound([]) })),
    ...paths.map(([name, path]): Case => ({ name, wholeHost: true, request: get(path), ...notFound([]) })),
    ...[put('/todos/a%2Fb', { title: 'x' }), patch('/todos/..%2F', { title: 'x' }), remove('/todos/%00')].map((request): Case => ({
      name: `${request.method} ${request.path} is 404 without a call`, request, ...notFound([]),
    })),
  ],
};
