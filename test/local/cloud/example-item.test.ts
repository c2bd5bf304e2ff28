import { exampleItem } from '../../../src/local/cloud/example-item';
import type { JsonSchema } from '../../../src/model';

test.each<[JsonSchema, unknown]>([
  [{ type: 'string' }, 'A field'],
  [{ type: 'string', maxLength: 3 }, 'A f'],
  [{ type: 'string', minLength: 10 }, 'A field...'],
  [{ type: ['string', 'null'], enum: ['red', 'green'] }, 'red'],
  [{ type: 'string', default: 'x' }, 'x'],
  [{ type: 'string', format: 'date' }, '2030-01-31'],
  [{ type: 'string', format: 'email' }, 'ana@example.com'],
  [{ type: 'string', contentEncoding: 'base64' }, 'aGVsbG8='],
  [{ type: 'integer' }, 1],
  [{ type: 'integer', minimum: 5 }, 5],
  [{ type: 'integer', maximum: -3 }, -3],
  [{ type: 'integer', minimum: 5, multipleOf: 10 }, 10],
  [{ type: 'number', exclusiveMinimum: 1 }, 2],
  [{ type: 'boolean' }, false],
  [{ type: 'array' }, []],
  [{ type: 'object', properties: { city: { type: 'string' }, note: { type: 'string' } }, required: ['city'] }, { city: 'A city' }],
  [{ type: 'object', properties: { city: { type: 'string' } } }, {}],
  [{ type: 'object' }, {}],
  [{ type: 'string', const: 'x' }, 'x'],
  [{}, 'field'],
])('of %j an example is %j', (schema, value) => {
  expect(exampleItem({ type: 'object', properties: { field: schema, optional: { type: 'string' } }, required: ['field'] })).toEqual({ field: value });
});

test.each<[JsonSchema]>([
  [{ type: 'string', pattern: '^a+$' }],
  [{ type: 'array', minItems: 1 }],
  [{ type: 'object', minProperties: 1 }],
  [{ type: 'object', properties: {}, required: ['city'], additionalProperties: false }],
])('of %j there is none', (schema) => {
  expect(exampleItem({ type: 'object', properties: { field: schema }, required: ['field'] })).toBeUndefined();
});
