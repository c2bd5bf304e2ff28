import { quickPattern } from './known-patterns';
import { ZodLike } from './zod-like';

type Schema = Record<string, unknown>;

/** What `.meta()` calls what JSON Schema has no word for. */
const ANNOTATIONS: { readonly [name: string]: string } = {
  unique: 'x-unique',
  immutable: 'x-immutable',
  filterable: 'x-filterable',
  reference: 'x-reference',
};

/** Formats that zod has from JSON Schema, or that `.meta()` may name; any other is a name for the pattern beside it. */
const FORMATS = ['date', 'date-time', 'email', 'uri', 'uuid', 'decimal'];

/** The JSON Schema of what clients send, as an entity is read from it. */
export function zodDocument(schema: ZodLike): Schema {
  return adapted(schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' }));
}

function adapted(schema: Schema): Schema {
  return closed(Object.fromEntries(Object.entries(schema).flatMap(([keyword, value]) => adaptedKeyword(keyword, value, schema))));
}

function adaptedKeyword(keyword: string, value: unknown, schema: Schema): [string, unknown][] {
  switch (keyword) {
    case 'properties':
    case '$defs':
      return [[keyword, Object.fromEntries(Object.entries(value as Schema).map(([name, member]) => [name, adapted(member as Schema)]))]];
    case 'items':
    case 'additionalProperties':
      return [[keyword, isSchema(value) ? adapted(value) : value]];
    case 'anyOf':
    case 'oneOf':
      return [[keyword, (value as Schema[]).map(adapted)]];
    case 'propertyNames':
      // names are texts anyway
      return JSON.stringify(value) === '{"type":"string"}' ? [] : [[keyword, value]];
    case 'pattern': {
      const pattern = quickPattern(value as string, schema.format);
      return pattern === undefined ? [] : [[keyword, pattern]];
    }
    case 'format':
      return !FORMATS.includes(value as string) && (schema.pattern ?? schema.contentEncoding) !== undefined ? [] : [[keyword, value]];
    default:
      return [[Object.hasOwn(ANNOTATIONS, keyword) ? ANNOTATIONS[keyword] : keyword, value]];
  }
}

/** zod drops what an object does not name. Nothing is dropped here, so it is refused. */
function closed(schema: Schema): Schema {
  return schema.properties && schema.additionalProperties === undefined ? { ...schema, additionalProperties: false } : schema;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
