/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The type names of JSON Schema 2020-12. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/**
 * The part of JSON Schema 2020-12 that a model holds, and the annotations that it adds.
 *
 * The `x-` annotations say what JSON Schema has no word for; `readOnly`, `writeOnly` and `default` are its own.
 * A field's stored form follows from `type`, `format` and `contentEncoding` alone, see `stored-form.ts`.
 */
export interface JsonSchema {
  /** One type, or a type and `null` for a nullable field; absent for free JSON. */
  readonly 'type'?: JsonType | JsonType[];
  readonly 'title'?: string;
  readonly 'description'?: string;
  readonly 'deprecated'?: boolean;
  readonly 'examples'?: Json[];
  /** `date`, `date-time`, `email`, `uri`, `uuid`, or `decimal` for an exact number in a string. */
  readonly 'format'?: string;
  /** `base64` for binary. */
  readonly 'contentEncoding'?: string;
  readonly 'enum'?: Json[];
  readonly 'const'?: Json;
  readonly 'default'?: Json;
  readonly 'readOnly'?: boolean;
  readonly 'writeOnly'?: boolean;

  /** In code points. */
  readonly 'minLength'?: number;
  /** In code points. */
  readonly 'maxLength'?: number;
  readonly 'pattern'?: string;

  readonly 'minimum'?: number;
  readonly 'maximum'?: number;
  readonly 'exclusiveMinimum'?: number;
  readonly 'exclusiveMaximum'?: number;
  readonly 'multipleOf'?: number;

  readonly 'items'?: JsonSchema;
  readonly 'minItems'?: number;
  readonly 'maxItems'?: number;
  readonly 'uniqueItems'?: boolean;

  readonly 'properties'?: { readonly [name: string]: JsonSchema };
  readonly 'required'?: string[];
  /** Members that are not declared. Absent beside `properties`: there are none; absent without: anything. */
  readonly 'additionalProperties'?: JsonSchema | boolean;
  readonly 'minProperties'?: number;
  readonly 'maxProperties'?: number;

  /** Set on create, then fixed: a change is refused. */
  readonly 'x-immutable'?: boolean;
  /** Lists may be filtered by this field after the read, without an index. */
  readonly 'x-filterable'?: boolean;
  /** No two items of the scope (`scope`) or of the whole table (`global`) have the same value. */
  readonly 'x-unique'?: 'scope' | 'global';
  /** The name of the entity whose `id` this field holds. */
  readonly 'x-reference'?: string;
  /** Computed: the item's own path. */
  readonly 'x-self-link'?: boolean;
  /** Bounds of a `decimal`, which are strings because they are exact. */
  readonly 'x-minimum'?: string;
  readonly 'x-maximum'?: string;
}

/** The schema of an object with named members: an entity, or a nested field. */
export interface ObjectSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties: { readonly [name: string]: JsonSchema };
  readonly required: string[];
}

/** The schema's type without `null`; undefined for free JSON. */
export function typeOf(schema: JsonSchema): Exclude<JsonType, 'null'> | undefined {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.find((type) => type !== 'null') as Exclude<JsonType, 'null'> | undefined;
}

/** Whether `null` is a value of its own for this field, and not absence. */
export function isNullable(schema: JsonSchema): boolean {
  return Array.isArray(schema.type) && schema.type.includes('null');
}

/** The values that `enum` or `const` lists; undefined where any value of the type may fit. */
export function listedValues({ enum: values, const: value }: JsonSchema): Json[] | undefined {
  return values ?? (value === undefined ? undefined : [value]);
}

/** What members may be that are not declared: anything, nothing, or what fits a schema. */
export function othersOf(schema: JsonSchema): JsonSchema | boolean {
  return schema.additionalProperties ?? schema.properties === undefined;
}

/** The members that a schema names: those that it declares, and others that it requires. */
export function membersOf(schema: JsonSchema): { readonly [name: string]: JsonSchema } {
  const { properties, required = [] } = schema;
  const others = othersOf(schema);
  const undeclared = others === false ? [] : required.map((name) => [name, others === true ? {} : others]);
  return { ...Object.fromEntries(undeclared), ...properties };
}
