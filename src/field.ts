import type { EntitySchema } from './entity-schema';
import {
  ExactDecimalOptions, FieldOptions, ListOptions, MapOptions, NumericOptions, ReferenceOptions, TextOptions, UniqueWithin,
} from './field-options';
import { Json, JsonSchema } from './model';
import { DECIMAL_FIELD, FIELD, LIST_FIELD, MAP_FIELD, NUMERIC_FIELD, REFERENCE_FIELD, TEXT_FIELD } from './private/options/field-shapes';
import { TEXTS } from './private/options/kind';
import { readElement, readFields } from './private/options/read-fields';
import { readOptions, Shape } from './private/options/read-options';
import { shown } from './private/options/shown';

/**
 * What a field holds and what it is held to.
 *
 * Stored forms: text, dates, `uuid`, `email`, `uri` and `oneOf` are strings; `integer`, `number` and `exactDecimal` numbers;
 * `flag` a boolean; `binary` binary; `nested`, `mapOf` and `json` maps; `listOf` a list.
 *
 * @example
 * Field.text({ required: true, maxLength: 200 })
 */
export class Field {
  /** Text, in JSON and in DynamoDB a string. Lengths count code points. */
  public static text(options?: TextOptions): Field {
    return Field.of(options, TEXT_FIELD, ({ minLength, maxLength, pattern }) => ({ type: 'string', minLength, maxLength, pattern }));
  }

  /** A whole number between -(2^53 - 1) and 2^53 - 1. */
  public static integer(options?: NumericOptions): Field {
    return Field.of(options, NUMERIC_FIELD, (read) => ({ type: 'integer', ...numericConstraints(read) }));
  }

  /** A number with the precision of a double; for exact amounts use `exactDecimal`. */
  public static number(options?: NumericOptions): Field {
    return Field.of(options, NUMERIC_FIELD, (read) => ({ type: 'number', ...numericConstraints(read) }));
  }

  /** A decimal number, exact to 38 digits (DynamoDB's limit); a string in JSON, such as `"19.90"`. */
  public static exactDecimal(options?: ExactDecimalOptions): Field {
    return Field.of(options, DECIMAL_FIELD, ({ minimum, maximum }) => ({ 'type': 'string', 'format': 'decimal', 'x-minimum': minimum, 'x-maximum': maximum }));
  }

  /** True or false. */
  public static flag(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'boolean' }));
  }

  /** A calendar date, `YYYY-MM-DD` (RFC 3339 full-date). */
  public static date(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'string', format: 'date' }));
  }

  /** An instant (RFC 3339 date-time); kept in UTC with three decimals, so that it sorts. */
  public static dateTime(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'string', format: 'date-time' }));
  }

  /** An e-mail address, at most 254 characters (RFC 5321). */
  public static email(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'string', format: 'email' }));
  }

  /** An absolute URI (RFC 3986). */
  public static uri(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'string', format: 'uri' }));
  }

  /** A UUID of any version (RFC 9562). */
  public static uuid(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'string', format: 'uuid' }));
  }

  /** One of the given texts. */
  public static oneOf(values: string[], options?: FieldOptions): Field {
    if (!TEXTS.takes(values)) return Field.of(options, FIELD, () => ({ type: 'string' }), [`: oneOf must be given ${TEXTS.wanted}, got ${shown(values)}`]);
    return Field.of(options, FIELD, () => ({ type: 'string', enum: [...values] }));
  }

  /** A list whose elements are all alike. */
  public static listOf(item: Field, options?: ListOptions): Field {
    const { schema: items, mistakes } = readElement(item, '[]');
    return Field.of(options, LIST_FIELD, ({ minItems, maxItems, uniqueItems }) => ({ type: 'array', items, minItems, maxItems, uniqueItems }), mistakes);
  }

  /** An object with the given members. */
  public static nested(fields: { [name: string]: Field }, options?: FieldOptions): Field {
    const { schema, mistakes } = readFields(fields);
    return Field.of(options, FIELD, () => schema, mistakes);
  }

  /** An object whose member names are free and whose values are all alike. */
  public static mapOf(value: Field, options?: MapOptions): Field {
    const { schema: additionalProperties, mistakes } = readElement(value, '{}');
    return Field.of(options, MAP_FIELD, ({ minProperties, maxProperties }) => ({ type: 'object', additionalProperties, minProperties, maxProperties }), mistakes);
  }

  /** Any JSON value. */
  public static json(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({}));
  }

  /** Bytes, base64 in JSON (RFC 4648, section 4). */
  public static binary(options?: FieldOptions): Field {
    return Field.of(options, FIELD, () => ({ type: 'string', contentEncoding: 'base64' }));
  }

  /** The `id` of an item of another entity. Whether that item exists is not checked. */
  public static reference(entity: EntitySchema, options?: ReferenceOptions): Field {
    const name: unknown = entity?.name;
    const mistakes = typeof name === 'string' ? [] : [`: reference must be given an EntitySchema, got ${shown(entity)}`];
    return Field.of(options, REFERENCE_FIELD, () => ({ 'type': 'string', 'minLength': 1, 'maxLength': 128, 'x-reference': String(name) }), mistakes);
  }

  /** The item's own path, computed in every answer and never stored. */
  public static selfLink(): Field {
    return Field.of({}, FIELD, () => ({ 'type': 'string', 'readOnly': true, 'x-self-link': true }));
  }

  /** Mistakes are kept for the construct, which knows where the field stands. */
  private static of<Options extends FieldOptions>(
    given: Options | undefined,
    shape: Shape<Options>,
    schemaOf: (options: Options) => JsonSchema,
    mistakes: string[] = [],
  ): Field {
    const read = readOptions(given, shape);
    const { unique, uniqueWithin } = read.options;
    if (uniqueWithin && !unique) read.mistakes.push('uniqueWithin says how far unique: true reaches; add that, or drop it');
    return new Field(schemaOf(read.options), read.options, [...mistakes, ...read.mistakes.map((mistake) => `: ${mistake}`)]);
  }

  /** @internal */
  public readonly _schema: JsonSchema;
  /** @internal */
  public readonly _required: boolean;

  private constructor(
    schema: JsonSchema,
    options: FieldOptions,
    /** @internal */
    public readonly _mistakes: string[],
  ) {
    this._schema = withoutUndefined({ ...annotations(options), ...nullable(schema, options) });
    this._required = options.required ?? false;
  }
}

function numericConstraints(options: NumericOptions): JsonSchema {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = options;
  return { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf };
}

/** Free JSON holds null anyway; an enumeration has to name it. */
function nullable(schema: JsonSchema, options: FieldOptions): JsonSchema {
  if (!options.nullable || schema.type === undefined) return schema;
  const withNull: JsonSchema = { ...schema, type: [schema.type as 'string', 'null'] };
  return schema.enum ? { ...withNull, enum: [...schema.enum, null] } : withNull;
}

function annotations(options: FieldOptions): JsonSchema {
  return {
    'description': options.description,
    // a copy: what the caller does to the value later is no part of the schema
    'default': structuredClone(options.defaultValue) as Json | undefined,
    'readOnly': options.readOnly || undefined,
    'writeOnly': options.writeOnly || undefined,
    'x-immutable': options.immutable || undefined,
    'x-filterable': options.filterable || undefined,
    'x-unique': options.unique ? options.uniqueWithin ?? UniqueWithin.SCOPE : undefined,
  };
}

function withoutUndefined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
