import { codes, validatorOf } from './load';
import { TODO } from './todo';
import { JsonSchema, ObjectSchema, Validator } from '../../src/model';

const todo = validatorOf(TODO);

const USER: ObjectSchema = {
  type: 'object',
  required: ['email', 'address'],
  additionalProperties: false,
  properties: {
    email: { type: 'string', format: 'email' },
    nickname: { type: ['string', 'null'] },
    address: {
      type: 'object',
      required: ['city'],
      additionalProperties: false,
      properties: { city: { type: 'string', minLength: 1 }, street: { type: 'string' } },
    },
    labels: { type: 'object', additionalProperties: { type: 'string', maxLength: 5 }, maxProperties: 2 },
    extra: {},
  },
};
const user = validatorOf(USER);

describe('a whole item', () => {
  test.each([
    ['the least', { title: 'a' }],
    ['all fields', { title: 'a', description: '', completed: true, priority: 5, dueDate: '2024-02-29', tags: ['x', 'x'] }],
    ['a title of 200 code points in 400 units', { title: '😀'.repeat(200) }],
    ['an integer written with a fraction of zero', { title: 'a', priority: JSON.parse('1.0') }],
  ])('is valid: %s', (_what, value) => expect(todo.item(value)).toEqual([]));

  test.each<[string, unknown, string[]]>([
    ['null', null, [' type']],
    ['an array', [], [' type']],
    ['a text', 'a', [' type']],
    ['a number', 1, [' type']],
    ['nothing', {}, ['/title required']],
    ['a title too short', { title: '' }, ['/title minLength']],
    ['a title too long', { title: '😀'.repeat(201) }, ['/title maxLength']],
    ['null for a text', { title: null }, ['/title type']],
    ['a fraction', { title: 'a', priority: 1.5 }, ['/priority type']],
    ['30 February', { title: 'a', dueDate: '2024-02-30' }, ['/dueDate format']],
    ['a wrong element', { title: 'a', tags: ['x', 1] }, ['/tags/1 type']],
    ['an unknown member', { title: 'a', done: true }, ['/done unknown']],
    ['everything at once', { completed: 'yes', priority: 9, tags: 'x', z: 1, y: 2 },
      ['/title required', '/completed type', '/priority maximum', '/tags type', '/z unknown', '/y unknown']],
  ])('is refused: %s', (_what, value, expected) => expect(codes(todo.item(value))).toEqual(expected));

  test('tells what is wrong in a sentence that names the limit and not the value', () => {
    const violations = todo.item({ title: 'x'.repeat(100_000), priority: 'high', tags: [true], dueDate: 'tomorrow', completed: 0 });
    expect(Object.fromEntries(violations.map(({ pointer, detail }) => [pointer, detail]))).toEqual({
      '/title': 'must have at most 200 characters',
      '/priority': 'must be an integer, not a string',
      '/tags/0': 'must be a string, not a boolean',
      '/dueDate': 'must be a date of the calendar, such as 2024-02-29',
      '/completed': 'must be a boolean, not a number',
    });
  });

  test('is not changed', () => {
    const value = Object.freeze({ title: 'a', tags: Object.freeze(['x']), more: Object.freeze({}) });
    expect(codes(todo.item(value))).toEqual(['/more unknown']);
    expect(codes(todo.patch(value))).toEqual(['/more unknown']);
  });
});

describe('a merge patch', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['one field', { nickname: 'a' }],
    ['an optional field removed', { labels: null, extra: null }],
    ['null as a value', { nickname: null }],
    ['a part of a nested object', { address: { street: 'b' } }],
    ['a nested optional member removed', { address: { street: null } }],
    ['a key of a map removed and others set', { labels: { a: null, b: 'x', c: 'y' } }],
    ['anything in free JSON', { extra: { a: null, b: [null] } }],
  ])('is valid: %s', (_what, value) => expect(user.patch(value)).toEqual([]));

  test.each<[string, unknown, string[]]>([
    ['null for the whole', null, [' type']],
    ['an array', [], [' type']],
    ['a required field removed', { email: null }, ['/email required']],
    ['a required nested object removed', { address: null }, ['/address required']],
    ['a required nested member removed', { address: { city: null } }, ['/address/city required']],
    ['a wrong nested value', { address: { city: '' } }, ['/address/city minLength']],
    ['an unknown nested member', { address: { zip: '1' } }, ['/address/zip unknown']],
    ['an unknown member removed', { age: null }, ['/age unknown']],
    ['a wrong value in a map', { labels: { a: 'toolong', b: null } }, ['/labels/a maxLength']],
  ])('is refused: %s', (_what, value, expected) => expect(codes(user.patch(value))).toEqual(expected));

  test('replaces arrays as a whole, so their elements are complete', () => {
    const point: ObjectSchema = { type: 'object', required: ['x'], properties: { x: { type: 'integer' }, y: { type: 'integer' } } };
    const lines = validatorOf({ type: 'object', required: [], properties: { points: { type: 'array', items: point } } });
    expect(codes(lines.patch({ points: [{ y: 1 }, { x: 1, y: null }] }))).toEqual(['/points/0/x required', '/points/1/y type']);
  });

  test('leaves to the merged item what it cannot decide: the number of members, and the value of an object that it shows in part', () => {
    const settings = validatorOf({
      type: 'object',
      required: [],
      properties: { map: { type: 'object', additionalProperties: true, minProperties: 2, maxProperties: 2 }, choice: { enum: [{ a: 1 }] } },
    });
    const value = { map: { a: 1 }, choice: { b: 1 } };
    expect(settings.patch(value)).toEqual([]);
    expect(codes(settings.item(value))).toEqual(['/map minProperties', '/choice enum']);
  });
});

describe('elements that must differ', () => {
  const listOf = (items: JsonSchema) => validatorOf({ type: 'object', required: [], properties: { list: { type: 'array', items, uniqueItems: true } } });
  const decimals = listOf({ type: 'string', format: 'decimal' });
  const instants = listOf({ type: ['string', 'null'], format: 'date-time' });

  test.each<[string, Validator, unknown[], string[]]>([
    ['decimals that are stored as one', decimals, ['1.0', '1'], ['/list uniqueItems']],
    ['zeros', decimals, ['0e999999999', '-0.00'], ['/list uniqueItems']],
    ['different decimals', decimals, ['1', '-1', '10', '1e-1'], []],
    ['texts that are no decimals', decimals, ['x', 'y'], ['/list/0 format', '/list/1 format']],
    ['one instant with two offsets', instants, ['2024-01-01T00:00:00Z', '2024-01-01T02:00:00.0+02:00'], ['/list uniqueItems']],
    ['instants that differ by less than is stored', instants, ['2024-01-01T00:00:00.0001Z', '2024-01-01t00:00:00z'], ['/list uniqueItems']],
    ['different instants', instants, ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00.001Z', null], []],
    ['null twice', instants, [null, null], ['/list uniqueItems']],
    ['texts that are no instants', instants, ['x', 'y'], ['/list/0 format', '/list/1 format']],
  ])('%s', (_what, { item }, list, expected) => expect(codes(item({ list }))).toEqual(expected));
});

test('a member that only the server sets is not demanded', () => {
  const schema: ObjectSchema = { type: 'object', required: ['total'], properties: { total: { type: 'number', readOnly: true } } };
  expect(validatorOf(schema).item({})).toEqual([]);
});

test('a format that nothing checks is refused when the validator is made', () => {
  expect(() => validatorOf({ type: 'object', required: [], properties: { a: { type: 'string', format: 'ipv4' } } }))
    .toThrow('format "ipv4" is not supported; use one of date, date-time, email, uri, uuid, decimal');
});
