import { specimens, todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { anId, anInstant, arrayOf, aText, including, matching } from '../harness/matchers';
import { problem, refused } from '../harness/problems';
import { post, send, sendJson } from '../harness/requests';

const nested = (depth: number) => `{"title":"deep","unknown":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
const withNumber = (number: string) => `{"label":"ab","ratio":${number}}`;

/** Bodies that no strict parser takes. */
const malformed: [what: string, body: string | Buffer][] = [
  ['nothing', ''],
  ['white space', ' \n'],
  ['a cut object', '{"title":"a"'],
  ['a cut text', '{"title":"a'],
  ['a second value', '{"title":"a"} {}'],
  ['a trailing comma', '{"title":"a",}'],
  ['a comment', '{"title":"a"/* why */}'],
  ['single quotes', "{'title':'a'}"],
  ['a name without quotes', '{title:"a"}'],
  ['a duplicate name', '{"title":"a","title":"b"}'],
  ['a duplicate name, written otherwise', '{"title":"a","\\u0074itle":"b"}'],
  ['a duplicate name in a nested object', '{"title":"a","unknown":{"x":1,"x":2}}'],
  ['__proto__', '{"title":"a","__proto__":{"completed":true}}'],
  ['__proto__ in a nested object', '{"title":"a","unknown":{"__proto__":1}}'],
  ['__proto__, written otherwise', '{"title":"a","\\u005f_proto__":1}'],
  ['depth 33', nested(33)],
  ['a bracket 100,000 times', '['.repeat(100_000)],
  ['a lone high surrogate', '{"title":"\\ud83e"}'],
  ['a lone low surrogate', '{"title":"\\udd5b"}'],
  ['surrogates in the wrong order', '{"title":"\\udd5b\\ud83e"}'],
  ['a lone surrogate in a name', '{"title":"a","\\ud83e":1}'],
  ['a control character in a text', '{"title":"a\u0001"}'],
  ['a raw line break in a text', '{"title":"a\nb"}'],
  ['an unknown escape', '{"title":"\\x41"}'],
  ['a byte order mark', '\ufeff{"title":"a"}'],
  ['UTF-16', Buffer.from('{"title":"a"}', 'utf16le')],
  ['NaN', '{"title":"a","priority":NaN}'],
  ['Infinity', '{"title":"a","priority":Infinity}'],
  ['a leading zero', '{"title":"a","priority":01}'],
  ['a leading plus', '{"title":"a","priority":+1}'],
  ['a hexadecimal number', '{"title":"a","priority":0x1}'],
  ['a number that is not finite', '{"title":"a","priority":1e400}'],
  ['a NUL behind the value', '{"title":"a"}\u0000'],
];

/** Numbers that a double or DynamoDB cannot hold. */
const numbers: [what: string, number: string][] = [
  ['2^53, which may have been 2^53 + 1', '9007199254740992'],
  ['2^53 + 1', '9007199254740993'],
  ['-(2^53)', '-9007199254740992'],
  ['an integer of 39 digits', '1'.repeat(39)],
  ['1e126, beyond what DynamoDB holds', '1e126'],
  ['5e-324, below what DynamoDB holds', '5e-324'],
  ['1e-131, below what DynamoDB holds', '1e-131'],
];

/** Bytes in the place of a title that are no UTF-8. */
const notUtf8: [what: string, bytes: number[]][] = [
  ['a byte that no UTF-8 has', [0xff]], ['a cut UTF-8 sequence', [0xe2, 0x82]], ['an encoded surrogate', [0xed, 0xa0, 0x80]], ['an overlong slash', [0xc0, 0xaf]],
];
const titled = (bytes: number[]) => Buffer.concat([Buffer.from('{"title":"'), Buffer.from(bytes), Buffer.from('"}')]);
const REPLACED = matching(/^\ufffd+$/);

const kept = (fields: object) => ({ id: anId, mood: 'calm', createdAt: anInstant, updatedAt: anInstant, version: 1, ...fields });

/** Numbers as they are sent, and as they are stored. */
const held: [text: string, value: number][] = [
  ['-0', 0], ['-0.0', 0], ['0.1', 0.1], ['1.50', 1.5], ['1e3', 1000], ['9007199254740991', 9007199254740991], ['-9007199254740991', -9007199254740991],
];

export const jsonSyntax: CaseFile = {
  topic: 'JSON syntax',
  cases: [
    ...malformed.map(([what, body]): Case => ({ name: `${what} is malformed`, request: sendJson('POST', '/todos', body), ...refused(400, 'malformed-json') })),
    // a merge patch reaches the function as bytes, JSON as text that the host has decoded, U+FFFD in the place of what is no UTF-8
    ...notUtf8.flatMap(([what, bytes]): Case[] => [
      {
        name: `${what} is malformed in a merge patch`,
        given: { todo: { title: 'a' } },
        request: sendJson('PATCH', '/todos/{todo.id}', titled(bytes)),
        ...refused(400, 'malformed-json'),
      },
      {
        name: `${what} in JSON is decoded by the host`,
        request: sendJson('POST', '/todos', titled(bytes)),
        status: 201,
        body: { id: anId, title: REPLACED, completed: false, createdAt: anInstant, updatedAt: anInstant, version: 1 },
        calls: [todos.putItem({ title: REPLACED, completed: false })],
      },
    ]),
    ...numbers.map(([what, number]): Case => ({
      name: `${what} is malformed`,
      collection: '/specimens',
      request: sendJson('POST', '/specimens', withNumber(number)),
      ...refused(400, 'malformed-json'),
    })),
    ...held.map(([text, value]): Case => ({
      name: `${text} is ${value}`,
      collection: '/specimens',
      request: sendJson('POST', '/specimens', withNumber(text)),
      status: 201,
      body: kept({ label: 'ab', ratio: value }),
      calls: [specimens.putItem({ label: 'ab', mood: 'calm', ratio: value })],
    })),
    { name: 'depth 32 is parsed, and then judged by the schema', request: sendJson('POST', '/todos', nested(32)), ...refused(400, 'validation-failed', [{ pointer: '/unknown', code: 'unknown' }]) },
    ...['null', 'true', '0', '"title"', '[]', '[{"title":"a"}]'].map((body): Case => ({
      name: `${body} is JSON, but no item`,
      request: sendJson('POST', '/todos', body),
      ...refused(400, 'validation-failed', [{ pointer: '', code: 'type' }]),
    })),
    ...['null', '"title"', '[]'].map((body): Case => ({
      name: `${body} is JSON, but no merge patch of an item`,
      given: { todo: { title: 'a' } },
      request: sendJson('PATCH', '/todos/{todo.id}', body),
      ...refused(400, 'validation-failed', [{ pointer: '', code: 'type' }]),
    })),
    {
      name: 'names of Object.prototype are names like any other',
      request: post('/todos', { title: 'a', constructor: { prototype: {} }, toString: 'x', hasOwnProperty: 1, valueOf: null }),
      ...refused(400, 'validation-failed', ['constructor', 'toString', 'hasOwnProperty', 'valueOf'].map((name) => ({ pointer: `/${name}`, code: 'unknown' }))),
    },
    {
      name: 'white space round the value is JSON too',
      request: sendJson('POST', '/todos', ' \r\n\t{ "title" : "a" } \n'),
      status: 201,
      body: { id: anId, title: 'a', completed: false, createdAt: anInstant, updatedAt: anInstant, version: 1 },
      calls: [todos.putItem({ title: 'a', completed: false })],
    },
    {
      name: 'of many violations the first hundred are told',
      request: sendJson('POST', '/todos', `{${Array.from({ length: 20_000 }, (_, position) => `"k${position}":0`).join()}}`),
      status: 400,
      body: including({ code: 'validation-failed', errors: arrayOf(including({ code: aText }), { from: 100, to: 100 }) }),
      calls: [],
    },
    {
      name: 'a body of 256 KiB is read',
      request: send('POST', '/todos', `{"title":"big","description":"${'x'.repeat(256 * 1024 - 32)}"}`, { 'Content-Type': 'application/json' }),
      status: 201,
      body: including({ title: 'big' }),
      calls: [todos.putItem({ title: 'big', completed: false, description: 'x'.repeat(256 * 1024 - 32) })],
    },
    {
      name: 'a body of one byte more is 413',
      request: sendJson('POST', '/todos', `{"title":"big","description":"${'x'.repeat(256 * 1024 - 31)}"}`),
      status: 413,
      body: problem(413, 'body-too-large'),
      calls: [],
    },
    { name: 'size is judged before type', request: send('POST', '/todos', 'x'.repeat(256 * 1024 + 1)), ...refused(413, 'body-too-large') },
    { name: 'depth 1,000,000 in 2 MB is 413 before it is parsed', request: sendJson('POST', '/todos', '['.repeat(1_000_000) + ']'.repeat(1_000_000)), ...refused(413, 'body-too-large') },
  ],
};
