import { fromJsonSchema, ObjectSchema, SchemaIssue } from '../../src/model';

function schemaOf(document: unknown): ObjectSchema {
  const intake = fromJsonSchema(document);
  if ('issues' in intake) throw new Error(JSON.stringify(intake.issues, undefined, 2));
  return intake.schema;
}

function issuesOf(document: unknown): SchemaIssue[] {
  const intake = fromJsonSchema(document);
  return 'issues' in intake ? intake.issues : [];
}

/** A document with one field, and the field's schema in the model. */
const field = (schema: unknown, defs?: object) => ({ type: 'object', properties: { value: schema }, ...(defs && { $defs: defs }) });
const fieldOf = (schema: unknown, defs?: object) => schemaOf(field(schema, defs)).properties.value;
const refusal = (schema: unknown, defs?: object) => issuesOf(field(schema, defs)).map(({ pointer, detail }) => `${pointer.replace('/properties/value', '')}: ${detail}`);

test('a document is the schema of an entity', () => {
  expect(schemaOf({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://example.com/todo.json',
    $comment: 'for people',
    title: 'Todo',
    type: 'object',
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 200, examples: ['Buy milk'] },
      priority: { type: ['integer', 'null'], minimum: 1, deprecated: true },
      tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      sku: { 'type': 'string', 'x-unique': true, 'x-immutable': true },
    },
    required: ['title'],
    additionalProperties: false,
  })).toEqual({
    title: 'Todo',
    type: 'object',
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 200, examples: ['Buy milk'] },
      priority: { type: ['integer', 'null'], minimum: 1, deprecated: true },
      tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      sku: { 'type': 'string', 'x-unique': 'scope', 'x-immutable': true },
    },
    required: ['title'],
  });
});

test.each<[string, unknown, unknown]>([
  ['true is free JSON', true, {}],
  ['a list of one type', { type: ['string'] }, { type: 'string' }],
  ['a choice with null', { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }] }, { type: ['string', 'null'], maxLength: 5 }],
  ['the same with oneOf, null first, and annotations', { oneOf: [{ type: 'null' }, { type: 'integer' }], default: null, description: 'x' },
    { type: ['integer', 'null'], default: null, description: 'x' }],
  ['a choice of constants', { anyOf: [{ type: 'string', const: 'a' }, { enum: ['b', 'c'], title: 'B' }] }, { type: 'string', enum: ['a', 'b', 'c'] }],
  ['a choice of constants and null', { anyOf: [{ const: 1 }, { const: 2 }, { type: 'null' }] }, { type: ['integer', 'null'], enum: [1, 2, null] }],
  ['a nullable enumeration', { anyOf: [{ enum: ['a'] }, { type: 'null' }] }, { type: ['string', 'null'], enum: ['a', null] }],
  ['a nullable constant', { anyOf: [{ const: 'a' }, { type: 'null' }] }, { type: ['string', 'null'], enum: ['a', null] }],
  ['free JSON or null', { anyOf: [{}, { type: 'null' }] }, {}],
  ['an enumeration that tells its type', { enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b'] }],
  ['an enumeration of several types', { enum: ['a', 1] }, { enum: ['a', 1] }],
  ['a constant that tells its type', { const: 1.5 }, { type: 'number', const: 1.5 }],
  ['an object is open unless it is closed', { type: 'object', properties: { a: {} } }, { type: 'object', properties: { a: {} }, additionalProperties: true }],
  ['a closed object', { type: 'object', properties: {}, additionalProperties: false }, { type: 'object', properties: {}, additionalProperties: false }],
  ['a map', { type: 'object', additionalProperties: { type: 'number' } }, { type: 'object', additionalProperties: { type: 'number' } }],
])('%s', (_name, schema, expected) => expect(fieldOf(schema)).toEqual(expected));

describe('references', () => {
  const defs = { 'text': { type: 'string', maxLength: 5, description: 'inner' }, 'a/b~c%': { $ref: '#/$defs/text' }, 'point': { type: 'object', properties: { x: { type: 'number' } } } };

  test.each<[string, unknown, unknown]>([
    ['are written out', { $ref: '#/$defs/text' }, { type: 'string', maxLength: 5, description: 'inner' }],
    ['are escaped and lead to others', { $ref: '#/$defs/a~1b~0c%25' }, { type: 'string', maxLength: 5, description: 'inner' }],
    ['give way to annotations beside them', { '$ref': '#/$defs/text', 'description': 'outer', 'x-filterable': true },
      { 'type': 'string', 'maxLength': 5, 'description': 'outer', 'x-filterable': true }],
    ['go together with rules beside them', { $ref: '#/$defs/text', minLength: 2, type: 'string' }, { type: 'string', maxLength: 5, minLength: 2, description: 'inner' }],
    ['may be a choice with null', { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }] }, { type: ['string', 'null'], maxLength: 5, description: 'inner' }],
    ['may be used twice', { type: 'array', items: { $ref: '#/$defs/point' } },
      { type: 'array', items: { type: 'object', properties: { x: { type: 'number' } }, additionalProperties: true } }],
  ])('%s', (_name, schema, expected) => expect(fieldOf(schema, defs)).toEqual(expected));

  test('may be the whole document', () => {
    expect(schemaOf({ $ref: '#/$defs/point', $defs: defs })).toEqual({ type: 'object', properties: { x: { type: 'number' } }, required: [] });
  });

  test.each<[string, unknown, string[]]>([
    ['another document', { $ref: 'https://example.com/x' }, ["/$ref: $ref must begin with '#', got \"https://example.com/x\"; put what it refers to under $defs"]],
    ['an anchor', { $ref: '#text' }, ["/$ref: $ref must be a JSON Pointer such as '#/$defs/address', got '#text'"]],
    ['nothing', { $ref: '#/$defs/none' }, ["/$ref: $ref '#/$defs/none' leads nowhere; there is no 'none'"]],
    ['an inherited name', { $ref: '#/$defs/constructor' }, ["/$ref: $ref '#/$defs/constructor' leads nowhere; there is no 'constructor'"]],
    ['the document itself', { $ref: '#' }, ["/$ref: $ref '#' leads back to itself, and an item's depth is limited; use free JSON ({}) there"]],
    ['a different rule', { $ref: '#/$defs/text', maxLength: 3 }, ['/maxLength: maxLength stands beside $ref and within it; write it once']],
    ['other members', { $ref: '#/$defs/point', properties: { y: {} } }, ['/properties: properties stands beside $ref and within it; write it once']],
  ])('are refused to %s', (_name, schema, expected) => expect(refusal(schema, defs)).toEqual(expected));

  test('that lead back to themselves are refused', () => {
    const node = { type: 'object', properties: { next: { $ref: '#/$defs/node' } } };
    expect(refusal({ $ref: '#/$defs/node' }, { node })).toEqual([
      "/$defs/node/properties/next/$ref: $ref '#/$defs/node' leads back to itself, and an item's depth is limited; use free JSON ({}) there",
    ]);
  });

  test('that multiply are refused before they fill the memory', () => {
    const levels = Object.fromEntries(Array.from({ length: 40 }, (_, level) => {
      const next = level === 39 ? { type: 'string' } : { $ref: `#/$defs/l${level + 1}` };
      return [`l${level}`, { type: 'object', properties: { a: next, b: next } }];
    }));
    expect(refusal({ $ref: '#/$defs/l0' }, levels)).toEqual([
      expect.stringContaining('its references written out, the document has more than 10000 schemas; use fewer'),
    ]);
  });
});

test.each<[unknown, string]>([
  [{ allOf: [{}] }, '/allOf: allOf is not supported; write the keywords of all into one schema'],
  [{ type: 'object', patternProperties: {} }, '/patternProperties: patternProperties is not supported; use additionalProperties for all names'],
  [{ not: {} }, '/not: not is not supported; say what is allowed, with enum, pattern or bounds'],
  [{ maxLenght: 5 }, '/maxLenght: maxLenght is no keyword of JSON Schema 2020-12; leave it out'],
  [{ 'x-imutable': true }, '/x-imutable: x-imutable is no keyword of JSON Schema 2020-12; leave it out'],
  [{ 'a/b': 1 }, '/a~1b: a/b is no keyword of JSON Schema 2020-12; leave it out'],
  [{ constructor: 1 }, '/constructor: constructor is no keyword of JSON Schema 2020-12; leave it out'],
  [{ type: ['string', 'integer'] }, '/type: type must be one of string, integer, number, boolean, array, object, or a list of one of them and null, got ["string","integer"]'],
  [{ type: 'null' }, '/type: type must be one of string, integer, number, boolean, array, object, or a list of one of them and null, got "null"'],
  [{ format: 'ipv4' }, '/format: format must be one of date, date-time, email, uri, uuid, decimal; leave it out, or say it with a pattern, got "ipv4"'],
  [{ contentEncoding: 'base32' }, "/contentEncoding: contentEncoding must be 'base64', got \"base32\""],
  [{ maxLength: -1 }, '/maxLength: maxLength must be a whole number of at least 0, got -1'],
  [{ exclusiveMinimum: true }, '/exclusiveMinimum: exclusiveMinimum must be a finite number, got true'],
  [{ multipleOf: 0 }, '/multipleOf: multipleOf must be a number greater than 0, got 0'],
  [{ required: true }, '/required: required must be a list of different names, got true'],
  [{ enum: [] }, '/enum: enum must be a list of at least one value, got []'],
  [{ description: { en: 'x'.repeat(200) } }, `/description: description must be a text, got {"en":"${'x'.repeat(93)}…`],
  [{ items: [{}] }, '/items: must be a schema, which is an object, got [{}]'],
  [{ items: false }, '/items: false takes no value at all; leave the member out'],
  [{ properties: [] }, '/properties: properties must be an object of schemas, got []'],
  [{ anyOf: {} }, '/anyOf: anyOf must be a list of schemas, got {}'],
  [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, "/anyOf: anyOf is not supported, except of one schema and { type: 'null' }, or of constants; use one entity for each case"],
  [{ oneOf: [{ const: 'a' }, { const: 'a' }] }, "/oneOf: oneOf is not supported, except of one schema and { type: 'null' }, or of constants; use one entity for each case"],
  [{ anyOf: [{ type: 'string', const: 1 }, { const: 2 }] }, "/anyOf: anyOf is not supported, except of one schema and { type: 'null' }, or of constants; use one entity for each case"],
  [{ maxLength: 3, anyOf: [{ maxLength: 4 }, { type: 'null' }] }, '/maxLength: maxLength stands beside anyOf and within it; write it once'],
  [5, ': must be a schema, which is an object, got 5'],
])('%j is refused', (schema, expected) => expect(refusal(schema)).toEqual([expected]));

test('everything that is refused is named at once', () => {
  expect(refusal({ type: 'object', properties: { a: { not: {} }, b: { if: {} } }, allOf: [] }).map((text) => text.split(':')[0]))
    .toEqual(['/allOf', '/properties/a/not', '/properties/b/if']);
});

describe('the document', () => {
  test.each<[string, unknown, string, string]>([
    ['null', null, '', 'must be a schema, which is an object, got null'],
    ['a list', [], '', 'must be a schema, which is an object, got []'],
    ['of another dialect', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' }, '/$schema',
      '$schema must be https://json-schema.org/draft/2020-12/schema, got "http://json-schema.org/draft-07/schema#"'],
    ['of another type', { type: 'array' }, '/type', "an entity is an object; type must be 'object', got \"array\""],
    ['of no type', {}, '/type', "an entity is an object; type must be 'object', got nothing"],
    ['that may be null', { type: ['object', 'null'] }, '/type', "an entity is an object; type must be 'object', got [\"object\",\"null\"]"],
    ['with free members', { type: 'object', properties: {}, additionalProperties: true }, '/additionalProperties',
      "an entity's fields are those that it declares; set it to false, and give free members a field of their own"],
    ['with a bound on its members', { type: 'object', maxProperties: 3 }, '/maxProperties', 'maxProperties is for fields, not for the entity; leave it out'],
    ['that requires what it does not declare', { type: 'object', required: ['a'] }, '/required', "requires 'a', which is not declared; declare it under properties"],
  ])('is refused: %s', (_name, document, pointer, detail) => expect(issuesOf(document)).toEqual([{ pointer, detail }]));

  test('may describe what the server sets', () => {
    const properties = {
      id: { type: 'string', format: 'uuid', readOnly: true }, version: { type: 'integer', readOnly: true }, createdAt: { type: 'string', readOnly: true }, a: { type: 'string' },
    };
    expect(schemaOf({ type: 'object', properties, required: ['id', 'createdAt', 'a'] })).toEqual({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] });
  });

  test('may not let clients set it, or give it another type', () => {
    expect(issuesOf({ type: 'object', properties: { id: { type: 'string' }, version: { type: 'string', readOnly: true } } })).toEqual([
      { pointer: '/properties/id', detail: "the server sets 'id' itself; add readOnly: true, leave it out or rename it" },
      { pointer: '/properties/version', detail: "the server sets 'version' to a value of type integer; leave it out or rename it" },
    ]);
  });

  test('may name members as objects do theirs', () => {
    const document = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"}},"required":["__proto__"]}') as unknown;
    expect(Object.entries(schemaOf(document).properties)).toEqual([['__proto__', { type: 'string' }], ['constructor', { type: 'integer' }]]);
  });

  test('is not changed', () => {
    const document = field({ anyOf: [{ $ref: '#/$defs/a' }, { type: 'null' }] }, { a: { type: 'string' } });
    const copy = structuredClone(document);
    fromJsonSchema(document);
    expect(document).toEqual(copy);
  });
});
