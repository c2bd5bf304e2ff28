import { Json, JsonSchema, listedValues, membersOf, typeOf } from '../../model';

/** Texts of each format, as a person would write them. */
const TEXTS: Readonly<Record<string, string>> = {
  'date': '2030-01-31',
  'date-time': '2030-01-31T12:00:00Z',
  'email': 'ana@example.com',
  'uri': 'https://example.com',
  'uuid': '0190163d-8694-739b-aea5-966c26f8ad90',
  'decimal': '1.50',
};

/** The least item that the schema accepts; undefined if none can be made up, as of a pattern. */
export function exampleItem(schema: JsonSchema): Json | undefined {
  const declared = membersOf(schema);
  const { required = [] } = schema;
  if (!required.every((name) => Object.hasOwn(declared, name))) return undefined;
  const members = required.map((name) => [name, exampleValue(name, declared[name])] as const);
  return members.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(members as [string, Json][]);
}

function exampleValue(name: string, schema: JsonSchema): Json | undefined {
  if (schema.pattern !== undefined) return undefined;
  if (schema.default !== undefined) return schema.default;
  const values = listedValues(schema);
  if (values) return values[0];
  switch (typeOf(schema)) {
    case 'string':
      return exampleText(name, schema);
    case 'integer':
    case 'number':
      return exampleNumber(schema);
    case 'boolean':
      return false;
    case 'array':
      return schema.minItems ? undefined : [];
    case 'object':
      return schema.minProperties && !schema.required ? undefined : exampleItem(schema);
    default:
      return name;
  }
}

function exampleText(name: string, { format, contentEncoding, minLength = 0, maxLength = Infinity }: JsonSchema): string {
  if (contentEncoding === 'base64') return 'aGVsbG8=';
  if (format !== undefined) return TEXTS[format] ?? name;
  return `A ${name}`.padEnd(minLength, '.').slice(0, maxLength);
}

function exampleNumber({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: JsonSchema): number | undefined {
  const candidates = [1, minimum, maximum, multipleOf, exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1, 0];
  return candidates.find((value) => value !== undefined
    && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)
    && value > (exclusiveMinimum ?? -Infinity) && value < (exclusiveMaximum ?? Infinity)
    && (multipleOf === undefined || value % multipleOf === 0));
}
