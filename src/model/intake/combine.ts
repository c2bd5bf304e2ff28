import { Json, JsonSchema, JsonType } from '../json-schema';

/** Keywords that say nothing about values: the outer one, nearer to the field, wins. */
const ANNOTATIONS = ['title', 'description', 'deprecated', 'examples', 'default', 'readOnly', 'writeOnly'];

/** Keywords that look at each other: in two schemas they mean something else than in one. */
const TOGETHER = ['properties', 'additionalProperties'];

/** A schema that demands what both demand, or the keyword that stands in the way. */
export function combine(outer: JsonSchema, inner: JsonSchema): { readonly schema: JsonSchema } | { readonly conflict: string } {
  const isRule = (keyword: string) => !ANNOTATIONS.includes(keyword) && !keyword.startsWith('x-');
  const outerRules = Object.keys(outer).filter(isRule);
  const innerRules = Object.keys(inner).filter(isRule);
  const conflict = outerRules.find((keyword) => innerRules.includes(keyword) && !sameRule(outer, inner, keyword))
    ?? (TOGETHER.some((keyword) => innerRules.includes(keyword)) ? outerRules.find((keyword) => TOGETHER.includes(keyword)) : undefined);
  return conflict === undefined ? { schema: { ...inner, ...outer } } : { conflict };
}

function sameRule(a: JsonSchema, b: JsonSchema, keyword: string): boolean {
  const key = keyword as keyof JsonSchema;
  return JSON.stringify(a[key]) === JSON.stringify(b[key]);
}

/** The schema that takes null besides. Without a type it does already, unless it lists its values. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { type, enum: values, const: value, ...rest } = schema;
  const allowed = values ?? (value === undefined ? undefined : [value]);
  return {
    ...rest,
    ...(type && { type: [...new Set<JsonType>([type, 'null' as const].flat())] }),
    ...(allowed && { enum: withNull(allowed) }),
  };
}

function withNull(values: Json[]): Json[] {
  return values.includes(null) ? values : [...values, null];
}

/** The type that all of some values have; undefined if they differ, or if it is not a single value's. */
export function commonType(values: readonly Json[]): JsonSchema['type'] {
  const types = new Set(values.map((value) => (value === null ? 'null' : typeof value)));
  const [type, ...others] = [...types].filter((name) => name !== 'null');
  if (others.length > 0 || (type !== 'string' && type !== 'number' && type !== 'boolean')) return undefined;
  const exact = type === 'number' && values.every((value) => value === null || Number.isInteger(value)) ? 'integer' : type;
  return types.has('null') ? [exact, 'null'] : exact;
}
