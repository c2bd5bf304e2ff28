import { codes, validatorOf } from './load';
import { TODO } from './todo';
import { ObjectSchema } from '../../src/model';

const todo = validatorOf(TODO);

test('100,000 unknown members are 100 violations', () => {
  const value = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]));
  const violations = todo.item(value);
  expect(violations).toHaveLength(100);
  expect(violations[0]).toEqual({ pointer: '/title', code: 'required', detail: 'is required' });
  expect(violations[99]).toEqual({ pointer: '/k98', code: 'unknown', detail: 'is not a known member' });
});

test('100,000 wrong elements are 100 violations', () => {
  expect(validatorOf({ type: 'object', required: [], properties: { tags: { type: 'array', items: { type: 'string' } } } })
    .item({ tags: Array(100_000).fill(1) })).toHaveLength(100);
});

test('equal elements are found in one pass: 50,000 different objects, then one again', () => {
  const { item } = validatorOf({ type: 'object', required: [], properties: { points: { type: 'array', uniqueItems: true } } });
  const points = Array.from({ length: 50_000 }, (_, x) => ({ x, y: [x] }));
  expect(item({ points })).toEqual([]);
  expect(item({ points: [...points, { y: [7], x: 7 }] })).toEqual([
    { pointer: '/points', code: 'uniqueItems', detail: 'must not have equal elements; those at 7 and 50000 are equal' },
  ]);
});

test.each([
  ['an e-mail address', { format: 'email' }, `${'a.'.repeat(200_000)}@`],
  ['dots and labels of an e-mail address', { format: 'email' }, `a@${'a-'.repeat(126)}!`],
  ['a URI', { format: 'uri' }, `http://${'a%20:'.repeat(80_000)}@[`],
  ['a decimal', { format: 'decimal' }, `0.${'0'.repeat(400_000)}1`],
  ['base64', { contentEncoding: 'base64' }, `${'AAAA'.repeat(100_000)}A`],
  ['a date and time', { format: 'date-time' }, `2024-01-01T00:00:00.${'0'.repeat(400_000)}`],
])('a text of 400 KB is judged in one pass as %s', (_what, schema, value) => {
  expect(validatorOf({ type: 'object', required: [], properties: { value: schema } }).item({ value })).toHaveLength(1);
});

describe('names that objects inherit', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'integer' }])) as ObjectSchema['properties'];
  const { item, patch } = validatorOf({ type: 'object', required: names, properties });
  const parse = (value: string) => JSON.parse(`{${names.map((name) => `"${name}":${value}`).join()}}`) as unknown;

  test('are absent unless they are own members', () => expect(codes(item({}))).toEqual(names.map((name) => `/${name} required`)));
  test('are members like others', () => {
    expect(item(parse('1'))).toEqual([]);
    expect(codes(item(parse('{}')))).toEqual(names.map((name) => `/${name} type`));
    expect(codes(patch(parse('null')))).toEqual(names.map((name) => `/${name} required`));
  });
  test('are unknown where they are not declared', () => {
    expect(codes(todo.patch(parse('1')))).toEqual(names.map((name) => `/${name} unknown`));
  });
  test('are compared as values', () => {
    const only = validatorOf({ type: 'object', required: [], properties: { value: { enum: [JSON.parse('{"__proto__":1}'), { constructor: 1 }] } } });
    expect(only.item({ value: JSON.parse('{"__proto__":1}') })).toEqual([]);
    expect(only.item({ value: { constructor: 1 } })).toEqual([]);
    expect(codes(only.item({ value: {} }))).toEqual(['/value enum']);
    expect(codes(only.item({ value: '{"__proto__":1}' }))).toEqual(['/value enum']);
  });
});

test('pointers are escaped (RFC 6901), and names that only a client can think of are cut', () => {
  expect(codes(todo.patch({ 'a/b~c': 1, '': 2, ' ': 3 }))).toEqual(['/a~1b~0c unknown', '/ unknown', '/  unknown']);
  const [{ pointer }] = todo.patch({ ['😀'.repeat(10_000)]: 1 });
  expect(pointer).toBe(`/${'😀'.repeat(127)}…`);
});

test('values without a prototype are taken', () => {
  expect(todo.item(Object.assign(Object.create(null), { title: 'a' }))).toEqual([]);
});
