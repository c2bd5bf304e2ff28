import { Json, JsonSchema, typeOf } from '../model';

const BY_FORMAT: { readonly [format: string]: string } = {
  'date': '2025-01-31',
  'date-time': '2025-01-31T08:30:00.000Z',
  'email': 'ana@example.com',
  'uri': 'https://example.com/path',
  'uuid': '01948f6c-9d80-7000-8000-3f2a9b1c4d5e',
  'decimal': '19.90',
};

/** What the server might set. */
export const SERVER_EXAMPLES = {
  id: BY_FORMAT.uuid,
  createdAt: BY_FORMAT['date-time'],
  updatedAt: BY_FORMAT['date-time'],
  version: 1,
} as const;

export const ETAG_EXAMPLE = '"1-m6k1z5c0-4f9d2e-0a1b2c3d"';

/** A value that fits the schema; undefined if none is plain to see, as with a pattern. */
export function exampleOf(schema: JsonSchema, name = 'text'): Json | undefined {
  const { examples = [], default: usual, const: only, enum: values = [] } = schema;
  const [said] = [...examples, usual, only, ...values].filter((value) => value !== undefined && value !== null);
  if (said !== undefined) return said;
  if (schema['x-self-link']) return '/path/of/the/item';
  switch (typeOf(schema)) {
    case 'string': return textExample(schema, name);
    case 'integer':
    case 'number': return numberExample(schema);
    case 'boolean': return true;
    case 'array': return arrayExample(schema, name);
    case 'object': return objectExample(schema);
    default: return { any: 'JSON' };
  }
}

function textExample(schema: JsonSchema, name: string): string | undefined {
  const { format, contentEncoding, pattern, minLength = 0, maxLength = Infinity } = schema;
  if (format === 'decimal') return schema['x-minimum'] ?? schema['x-maximum'] ?? BY_FORMAT.decimal;
  const plain = contentEncoding ? 'aGVsbG8=' : BY_FORMAT[format ?? ''] ?? name;
  const fitted = plain.length < minLength ? plain.padEnd(minLength, '.') : plain.slice(0, maxLength);
  const isForm = format !== undefined || contentEncoding !== undefined;
  if (isForm && fitted !== plain) return undefined;
  return pattern === undefined || new RegExp(pattern, 'u').test(fitted) ? fitted : undefined;
}

function numberExample({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonSchema): number | undefined {
  const step = multipleOf ?? 1;
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const greatest = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const fits = (value: number) => value >= least && value <= greatest && value !== exclusiveMinimum && value !== exclusiveMaximum
    && (type === 'number' || Number.isInteger(value));
  const start = Number.isFinite(least) ? Math.ceil(least / step) * step : Math.min(step, greatest);
  return [step, start, start + step, multipleOf === undefined ? (least + greatest) / 2 : start, Math.floor(greatest / step) * step].find(fits);
}

function arrayExample({ items = {}, minItems = 0, maxItems = Infinity, uniqueItems }: JsonSchema, name: string): Json[] | undefined {
  const element = exampleOf(items, name);
  if (maxItems === 0 || (element === undefined && minItems === 0)) return [];
  if (element === undefined || (uniqueItems && minItems > 1)) return undefined;
  return Array.from({ length: Math.max(minItems, 1) }, () => element);
}

/** With every member that has an example, if that is enough. */
export function objectExample(schema: JsonSchema): { [name: string]: Json } | undefined {
  const { properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties = Infinity } = schema;
  const named = Object.entries(properties).map(([name, member]) => [name, exampleOf(member, name)] as const);
  const free = typeof additionalProperties === 'object' ? [['key', exampleOf(additionalProperties, 'value')] as const] : [];
  const members = [...named, ...named.length === 0 ? free : []].filter(([, value]) => value !== undefined);
  const hasRequired = required.every((name) => members.some(([member]) => member === name));
  const isEnough = hasRequired && members.length >= minProperties && members.length <= maxProperties;
  return isEnough ? Object.fromEntries(members) as { [name: string]: Json } : undefined;
}
