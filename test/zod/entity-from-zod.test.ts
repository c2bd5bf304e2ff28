import { z } from 'zod';
import { schemaOf } from './read';
import { JsonSchema } from '../../src/model';
import { checkPattern } from '../../src/validator';
import { ZodLike } from '../../src/zod';
import { codes, validatorOf } from '../validator/load';

const NAME = z.string().min(2).meta({ id: 'Name' });

/** The model's schema of one field. */
const fieldOf = (schema: z.ZodType) => schemaOf(z.object({ value: schema })).properties.value;

test('a zod object is the schema of an entity', () => {
  expect(schemaOf(z.object({
    title: z.string().min(1).max(200),
    description: z.string().optional(),
    completed: z.boolean().default(false).meta({ filterable: true }),
    priority: z.int().min(1).max(5).nullish(),
    dueDate: z.iso.date().optional(),
    tags: z.array(z.string()).max(10).optional(),
    sku: z.string().meta({ unique: true, immutable: true, description: 'Stock keeping unit' }),
  }))).toEqual({
    type: 'object',
    required: ['title', 'sku'],
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 200 },
      description: { type: 'string' },
      completed: { 'type': 'boolean', 'default': false, 'x-filterable': true },
      priority: { type: ['integer', 'null'], minimum: 1, maximum: 5 },
      dueDate: { type: 'string', format: 'date' },
      tags: { type: 'array', items: { type: 'string' }, maxItems: 10 },
      sku: { 'type': 'string', 'x-unique': 'scope', 'x-immutable': true, 'description': 'Stock keeping unit' },
    },
  });
});

describe('is honoured', () => {
  test.each<[string, z.ZodType, JsonSchema]>([
    ['z.number().gt(1).lte(5).multipleOf(0.5)', z.number().gt(1).lte(5).multipleOf(0.5), { type: 'number', exclusiveMinimum: 1, maximum: 5, multipleOf: 0.5 }],
    ['z.int32()', z.int32(), { type: 'integer', minimum: -2147483648, maximum: 2147483647 }],
    ['z.string().length(3)', z.string().length(3), { type: 'string', minLength: 3, maxLength: 3 }],
    ['z.string().regex()', z.string().regex(/^[a-z]+$/u), { type: 'string', pattern: '^[a-z]+$' }],
    ['z.string().startsWith()', z.string().startsWith('a.b'), { type: 'string', pattern: '^a\\.b' }],
    ['z.string().endsWith()', z.string().endsWith('.b'), { type: 'string', pattern: '\\.b$' }],
    ['z.string().includes()', z.string().includes('*'), { type: 'string', pattern: '\\*' }],
    ['z.string().lowercase()', z.string().lowercase(), { type: 'string', pattern: '^[^A-Z]*$' }],
    ['z.nanoid()', z.nanoid(), { type: 'string', pattern: '^[a-zA-Z0-9_-]{21}$' }],
    ['z.iso.time()', z.iso.time(), { type: 'string', pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?$' }],
    ['z.templateLiteral()', z.templateLiteral(['a-', z.int()]), { type: 'string', pattern: '^a--?\\d+$' }],
    ['z.url()', z.url(), { type: 'string', format: 'uri' }],
    ['z.base64()', z.base64(), { type: 'string', contentEncoding: 'base64' }],
    ['exact decimals', z.string().meta({ format: 'decimal' }), { type: 'string', format: 'decimal' }],
    ['z.enum()', z.enum(['a', 'b']), { type: 'string', enum: ['a', 'b'] }],
    ['z.enum().nullable()', z.enum(['a', 'b']).nullable(), { type: ['string', 'null'], enum: ['a', 'b', null] }],
    ['a native enum of numbers', z.enum({ Low: 1, High: 2 }), { type: 'number', enum: [1, 2] }],
    ['z.literal()', z.literal('a'), { type: 'string', const: 'a' }],
    ['a union of literals', z.union([z.literal('a'), z.literal('b'), z.null()]), { type: ['string', 'null'], enum: ['a', 'b', null] }],
    ['z.any()', z.any(), {}],
    ['z.unknown()', z.unknown(), {}],
    ['z.record()', z.record(z.string(), z.number()), { type: 'object', additionalProperties: { type: 'number' } }],
    ['z.array(z.array())', z.array(z.array(z.boolean()).min(1)), { type: 'array', items: { type: 'array', items: { type: 'boolean' }, minItems: 1 } }],
    ['a set, as an array', z.array(z.string()).meta({ uniqueItems: true }), { type: 'array', items: { type: 'string' }, uniqueItems: true }],
    ['z.object(), which is closed', z.object({ a: z.string() }), { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false }],
    ['z.looseObject()', z.looseObject({ a: z.any() }), { type: 'object', properties: { a: {} }, required: ['a'], additionalProperties: {} }],
    ['z.object().catchall()', z.object({}).catchall(z.string()), { type: 'object', properties: {}, additionalProperties: { type: 'string' } }],
    ['z.lazy() that ends', z.lazy(() => z.string()), { type: 'string' }],
    ['z.nonoptional()', z.nonoptional(z.string().optional()), { type: 'string' }],
    ['z.string().brand()', z.string().brand('x'), { type: 'string' }],
    ['.describe() and .meta()', z.string().describe('x').meta({ title: 'X', deprecated: true, writeOnly: true }),
      { type: 'string', description: 'x', title: 'X', deprecated: true, writeOnly: true }],
    ['a schema with an id, used twice', z.object({ a: NAME, b: NAME }),
      { type: 'object', properties: { a: { type: 'string', minLength: 2 }, b: { type: 'string', minLength: 2 } }, required: ['a', 'b'], additionalProperties: false }],
  ])('%s', (_name, schema, expected) => expect(fieldOf(schema)).toEqual(expected));
});

describe('formats with a pattern of their own', () => {
  test.each<[string, z.ZodType, string[], string[]]>([
    ['z.email()', z.email(), ["o'neil@example.com", 'a+b.c@x-y.example.org'], ["o'@example.com", '.a@example.com', 'a..b@example.com', 'a@b.c', 'a!b@example.com', 'a@example.c0m']],
    ['z.uuidv7()', z.uuidv7(), ['01890a5d-ac96-774b-bcce-b302099a8057'], ['01890a5d-ac96-474b-bcce-b302099a8057']],
    ['z.iso.datetime()', z.iso.datetime(), ['2024-02-29T10:00:00Z', '2024-01-01T00:00:00.5Z'], ['2023-02-29T10:00:00Z', '2024-01-01T00:00:00+01:00']],
    ['z.iso.datetime({ offset: true })', z.iso.datetime({ offset: true }), ['2024-02-29T10:00:00+01:00'], ['2024-02-29T10:00:00']],
    ['z.iso.datetime({ precision: 3 })', z.iso.datetime({ precision: 3 }), ['2024-02-29T10:00:00.123Z'], ['2024-02-29T10:00:00Z']],
    ['z.ipv4()', z.ipv4(), ['0.0.0.0', '255.249.199.9', '10.20.30.40'], ['256.0.0.0', '01.0.0.0', '1.2.3', '1.2.3.4.5', '260.1.1.1']],
  ])('%s is as strict as zod, and quick', (_name, schema, valid, invalid) => {
    const field = fieldOf(schema);
    expect(checkPattern(field.pattern!)).toBeUndefined();
    const { item } = validatorOf({ type: 'object', properties: { value: field }, required: [] });
    for (const value of valid) expect([value, schema.safeParse(value).success, codes(item({ value }))]).toEqual([value, true, []]);
    for (const value of invalid) expect([value, schema.safeParse(value).success, item({ value }).length > 0]).toEqual([value, false, true]);
  });

  test('every octet of an IPv4 address is judged as zod does', () => {
    const { item } = validatorOf({ type: 'object', properties: { value: fieldOf(z.ipv4()) }, required: [] });
    const octets = [...Array.from({ length: 400 }, (_, octet) => String(octet)), '', '00', '01', '001', '1000'];
    for (const octet of octets) {
      const value = `1.${octet}.2.3`;
      expect([value, item({ value }).length === 0]).toEqual([value, z.ipv4().safeParse(value).success]);
    }
  });
});

describe('is refused with the place and the fix', () => {
  test.each<[string, z.ZodType, string]>([
    ['refine', z.string().refine((text) => text.length > 1), 'todo.value: is held to a function, which no other program can run; say it with bounds, regex or enum, or check it elsewhere'],
    ['superRefine', z.string().superRefine(() => {}), 'todo.value: is held to a function, which no other program can run; say it with bounds, regex or enum, or check it elsewhere'],
    ['transform', z.string().transform(Number), 'todo.value: changes the value; describe the JSON that clients send, and change it elsewhere'],
    ['pipe', z.string().pipe(z.string()), 'todo.value: changes the value; describe the JSON that clients send, and change it elsewhere'],
    ['preprocess', z.preprocess(String, z.string()), 'todo.value: changes the value; describe the JSON that clients send, and change it elsewhere'],
    ['codec', z.stringbool(), 'todo.value: changes the value; describe the JSON that clients send, and change it elsewhere'],
    ['trim', z.string().trim(), 'todo.value: changes the value (trim, toLowerCase, normalize …); leave it out, or hold the value to a regex'],
    ['coerce', z.coerce.number(), 'todo.value: coerces other values; use z.number() without coerce: clients send JSON'],
    ['catch', z.string().catch('x'), 'todo.value: replaces wrong values; leave .catch() out: clients are told what is wrong'],
    ['readonly', z.string().readonly(), 'todo.value: freezes what zod returns; leave .readonly() out, or write .meta({ readOnly: true }) for a field that clients cannot set'],
    ['intersection', z.intersection(z.object({}), z.object({})), 'todo.value: is an intersection; write one object: z.object({ ...a.shape, ...b.shape })'],
    ['tuple', z.tuple([z.string()]), 'todo.value: has a schema for each position; use z.object() with a member for each position'],
    ['date', z.date(), 'todo.value: is a Date, which JSON does not have; use z.iso.date(), or z.iso.datetime({ offset: true })'],
    ['bigint', z.bigint(), "todo.value: is a bigint, which JSON does not have; use z.int(), or z.string().meta({ format: 'decimal' }) for exact numbers of up to 38 digits"],
    ['map', z.map(z.string(), z.string()), 'todo.value: is a Map, which JSON does not have; use z.record(z.string(), …)'],
    ['set', z.set(z.string()), 'todo.value: is a Set, which JSON does not have; use z.array(…).meta({ uniqueItems: true })'],
    ['file', z.file(), 'todo.value: is a File, which JSON does not have; use z.base64()'],
    ['symbol', z.symbol(), 'todo.value: is no value of JSON; leave it out'],
    ['undefined', z.undefined(), 'todo.value: is no value of JSON; leave it out'],
    ['nan', z.nan(), 'todo.value: is no value of JSON; leave it out'],
    ['promise', z.promise(z.string()), 'todo.value: is no value of JSON; leave it out'],
    ['never', z.never(), 'todo.value: takes no value at all; leave it out'],
    ['custom', z.custom<string>(), 'todo.value: is held to a function, which no other program can run; say it with bounds, regex or enum, or check it elsewhere'],
    ['instanceof', z.instanceof(Date), 'todo.value: is held to a function, which no other program can run; say it with bounds, regex or enum, or check it elsewhere'],
    ['property', z.object({ a: z.string() }).check(z.property('a', z.string().min(2))), "todo.value: holds a member to a rule of its own; put the rule into the member's schema"],
    ['a regex with flags', z.string().regex(/^a/i), 'todo.value: has a regex with the flag i; write it without: JSON Schema knows no flags'],
    ['two regexes', z.string().regex(/^a/).regex(/b$/), 'todo.value: has 2 formats and patterns; write them as one regex'],
    ['a format and a regex', z.email().regex(/a/), 'todo.value: has 2 formats and patterns; write them as one regex'],
    ['httpUrl', z.httpUrl(), 'todo.value: is a URL of certain hosts or protocols; use z.string().regex(…)'],
    ['a local date and time', z.iso.datetime({ local: true }), 'todo.value: is a date and time without offset, which is no instant; use z.iso.datetime({ offset: true })'],
    ['jwt', z.jwt(), "todo.value: has the format 'jwt', which zod checks by code; use z.string().regex(…)"],
    ['ipv6', z.string().check(z.ipv6()), "todo.value: has the format 'ipv6', which zod checks by code; use z.string().regex(…)"],
    ['a format of the user', z.stringFormat('even', (text) => text.length % 2 === 0), "todo.value: has the format 'even', which zod checks by code; use z.string().regex(…)"],
    ['a record of certain keys', z.record(z.enum(['a', 'b']), z.string()), 'todo.value: holds its keys to a rule; use z.record(z.string(), …), or z.object() for keys that are known'],
    ['a changing default', z.number().default(() => Math.random()), 'todo.value: has a default that is another at each time; give it a fixed value, or leave it to what the server sets'],
    ['deep inside', z.array(z.object({ a: z.record(z.string(), z.date().optional()) })),
      'todo.value[].a{}: is a Date, which JSON does not have; use z.iso.date(), or z.iso.datetime({ offset: true })'],
    ['in a union', z.union([z.string(), z.null(), z.literal('a').transform(String)]), 'todo.value: changes the value; describe the JSON that clients send, and change it elsewhere'],
    ['in a catchall', z.object({}).catchall(z.date()), 'todo.value{}: is a Date, which JSON does not have; use z.iso.date(), or z.iso.datetime({ offset: true })'],
  ])('%s', (_name, schema, message) => expect(() => fieldOf(schema)).toThrow(new Error(message)));

  test('all of it at once', () => {
    expect(() => schemaOf(z.object({ a: z.date(), b: z.string().trim().refine(Boolean) }).refine(Boolean))).toThrow(new Error([
      'todo: is held to a function, which no other program can run; say it with bounds, regex or enum, or check it elsewhere',
      'todo.a: is a Date, which JSON does not have; use z.iso.date(), or z.iso.datetime({ offset: true })',
      'todo.b: changes the value (trim, toLowerCase, normalize …); leave it out, or hold the value to a regex',
      'todo.b: is held to a function, which no other program can run; say it with bounds, regex or enum, or check it elsewhere',
    ].join('\n')));
  });

  test('what contains itself', () => {
    const Node = z.object({ name: z.string(), get next(): z.ZodOptional<typeof Node> { return Node.optional(); } });
    expect(() => schemaOf(Node)).toThrow(new Error("todo.next: contains itself, and an item's depth is limited; use z.any() there"));
    expect(() => fieldOf(z.json())).toThrow("contains itself, and an item's depth is limited; use z.any() there");
  });

  test.each<[string, ZodLike, string]>([
    ['another union', z.object({ value: z.union([z.string(), z.number()]) }), 'type must be one of'],
    ['a discriminated union', z.object({ value: z.discriminatedUnion('t', [z.object({ t: z.literal('a') }), z.object({ t: z.literal('b') })]) }), 'oneOf is not supported'],
    ['a misspelt annotation', z.object({ value: z.string().meta({ uniqe: true }) }), 'uniqe is no keyword of JSON Schema 2020-12'],
    ['what is no object', z.string(), "an entity is an object; type must be 'object'"],
    ['free members of an entity', z.looseObject({}), "an entity's fields are those that it declares"],
  ])('%s, by the JSON Schema that it is', (_name, schema, message) => expect(() => schemaOf(schema)).toThrow(message));
});
