import { memberSchema } from './member-schema';
import { canonicalDateTime, canonicalDecimal, Json, JsonSchema, storedFormOf } from '../../model';
import { AttributeMap, AttributeValue } from '../store/call';

/** The stored form of a valid value. */
export function encode(schema: JsonSchema, value: Json): AttributeValue {
  if (value === null) return { NULL: true };
  switch (storedFormOf(schema)) {
    case 'S':
      return { S: schema.format === 'date-time' ? canonicalDateTime(value as string) : value as string };
    case 'N':
      return { N: schema.format === 'decimal' ? canonicalDecimal(value as string) : String(value) };
    case 'B':
      return { B: value as string };
    default:
      return encodeFree(schema, value);
  }
}

/** The stored form follows the value; members and elements may have schemas that say more. */
function encodeFree(schema: JsonSchema, value: Json): AttributeValue {
  switch (typeof value) {
    case 'string': return { S: value };
    case 'number': return { N: String(value) };
    case 'boolean': return { BOOL: value };
    default:
      if (Array.isArray(value)) return { L: value.map((element) => encode(schema.items ?? {}, element)) };
      return { M: encodeMembers(schema, value as { [name: string]: Json }) };
  }
}

function encodeMembers(schema: JsonSchema, members: { [name: string]: Json }): AttributeMap {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, encode(memberSchema(schema, name) ?? {}, member)]));
}
