import { memberSchema } from './member-schema';
import { canonicalDecimal, Json, JsonSchema } from '../../model';
import { AttributeValue } from '../store/call';

/** DynamoDB nests 32 levels; more would be no answer of it. */
const DEPTH = 40;

/**
 * The JSON of a stored value. What is stored is not trusted: other programs and earlier schemas have written it,
 * so its own type decides, and the schema only picks the members and the form of a number.
 */
export function decode(schema: JsonSchema, value: AttributeValue, depth = 0): Json {
  if (depth > DEPTH) return null;
  if ('S' in value) return value.S;
  if ('N' in value) return schema.format === 'decimal' ? canonicalDecimal(value.N) : Number(value.N);
  if ('BOOL' in value) return value.BOOL;
  if ('M' in value) {
    return Object.fromEntries(Object.entries(value.M).flatMap(([name, member]) => {
      const known = memberSchema(schema, name);
      return known ? [[name, decode(known, member, depth + 1)]] : [];
    }));
  }
  if ('L' in value) return value.L.map((element) => decode(schema.items ?? {}, element, depth + 1));
  if ('B' in value) return value.B;
  if ('SS' in value) return [...value.SS];
  if ('NS' in value) return value.NS.map(Number);
  if ('BS' in value) return [...value.BS];
  return null;
}
