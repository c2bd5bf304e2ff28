/** What a keyword's value may be. */
export interface Kind {
  readonly wanted: string;
  readonly takes: (value: unknown) => boolean;
}

/** The formats that are asserted. Any other would look like a promise. */
export const FORMATS = ['date', 'date-time', 'email', 'uri', 'uuid', 'decimal'];

const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'];

const isText = (value: unknown): value is string => typeof value === 'string';
const isFinite = (value: unknown) => Number.isFinite(value);

const ANY: Kind = { wanted: 'any value', takes: () => true };
const TEXT: Kind = { wanted: 'a text', takes: isText };
const FLAG: Kind = { wanted: 'true or false', takes: (value) => typeof value === 'boolean' };
const NUMBER: Kind = { wanted: 'a finite number', takes: isFinite };
const SIZE: Kind = { wanted: 'a whole number of at least 0', takes: (value) => Number.isInteger(value) && (value as number) >= 0 };
const VALUES: Kind = { wanted: 'a list of values', takes: Array.isArray };
const DECIMAL: Kind = { wanted: "a decimal in a text, such as '19.90'", takes: isText };
const NAMES: Kind = {
  wanted: 'a list of different names',
  takes: (value) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length,
};

/** Keywords that a model holds as they are. Their values are checked here; whether they make sense together, by `checkModel`. */
export const KEPT: { readonly [keyword: string]: Kind } = {
  'type': {
    wanted: `one of ${TYPES.join(', ')}, or a list of one of them and null`,
    takes: (value) => {
      const types = [value].flat();
      return types.filter((type) => type !== 'null').length === 1 && types.every((type) => type === 'null' || TYPES.includes(type as string));
    },
  },
  'title': TEXT,
  'description': TEXT,
  'deprecated': FLAG,
  'examples': VALUES,
  'enum': { wanted: 'a list of at least one value', takes: (value) => Array.isArray(value) && value.length > 0 },
  'const': ANY,
  'default': ANY,
  'readOnly': FLAG,
  'writeOnly': FLAG,
  'format': { wanted: `one of ${FORMATS.join(', ')}; leave it out, or say it with a pattern`, takes: (value) => FORMATS.includes(value as string) },
  'contentEncoding': { wanted: "'base64'", takes: (value) => value === 'base64' },
  'minLength': SIZE,
  'maxLength': SIZE,
  'pattern': TEXT,
  'minimum': NUMBER,
  'maximum': NUMBER,
  'exclusiveMinimum': NUMBER,
  'exclusiveMaximum': NUMBER,
  'multipleOf': { wanted: 'a number greater than 0', takes: (value) => isFinite(value) && (value as number) > 0 },
  'minItems': SIZE,
  'maxItems': SIZE,
  'uniqueItems': FLAG,
  'required': NAMES,
  'minProperties': SIZE,
  'maxProperties': SIZE,
  'x-immutable': FLAG,
  'x-filterable': FLAG,
  'x-unique': { wanted: "true, 'scope' or 'global'", takes: (value) => [true, 'scope', 'global'].includes(value as string) },
  'x-reference': { wanted: 'the name of an entity', takes: isText },
  'x-self-link': FLAG,
  'x-minimum': DECIMAL,
  'x-maximum': DECIMAL,
};

/** Keywords that hold schemas, and are read by what they mean. */
export const APPLICATORS = ['$ref', 'anyOf', 'oneOf', 'items', 'properties', 'additionalProperties'];

/** Keywords that mean something for a field and not for an entity. */
export const FIELD_ONLY = [
  'enum', 'const', 'default', 'readOnly', 'writeOnly', 'minProperties', 'maxProperties',
  'x-immutable', 'x-filterable', 'x-unique', 'x-reference', 'x-self-link',
];

/** Keywords that say nothing about values. */
export const SILENT = ['$comment', '$defs'];

/** The dialect, in which alone the keywords mean what they are taken for. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Keywords of JSON Schema that are refused, with what to do instead. */
export const REFUSED: { readonly [keyword: string]: string } = {
  $id: 'only the document itself may have one; refer to #/$defs/… instead',
  $schema: 'only the document itself may have one',
  $anchor: 'refer to #/$defs/… instead',
  $dynamicRef: 'refer to #/$defs/… instead',
  $dynamicAnchor: 'refer to #/$defs/… instead',
  $vocabulary: 'leave it out',
  definitions: 'name it $defs, as JSON Schema 2020-12 does',
  allOf: 'write the keywords of all into one schema',
  not: 'say what is allowed, with enum, pattern or bounds',
  if: 'make the members optional, or use one entity for each case',
  then: 'make the members optional, or use one entity for each case',
  else: 'make the members optional, or use one entity for each case',
  dependentSchemas: 'make the members optional, or use one entity for each case',
  dependentRequired: 'make the members optional, or nest those that belong together in an object',
  dependencies: 'make the members optional, or nest those that belong together in an object',
  prefixItems: 'use an object with a member for each position',
  additionalItems: 'use items for all elements',
  contains: 'use items for all elements',
  minContains: 'use items for all elements',
  maxContains: 'use items for all elements',
  unevaluatedItems: 'use items for all elements',
  patternProperties: 'use additionalProperties for all names',
  propertyNames: 'use additionalProperties for all names',
  unevaluatedProperties: 'use additionalProperties',
  contentMediaType: 'leave it out, or say it in the description',
  contentSchema: 'use an object instead of JSON in a text',
  nullable: "write type: [type, 'null'], as JSON Schema does",
  example: 'write examples: [value], as JSON Schema does',
};
