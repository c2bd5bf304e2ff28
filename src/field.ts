import type { EntitySchema } from './entity-schema';
import { FieldOptions, ListOptions, MapOptions, NumericOptions, ReferenceOptions, TextOptions, ExactDecimalOptions } from './field-options';
import { Json, JsonSchema } from './model';
import { objectSchema } from './private/object-schema';

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
  public static text(options: TextOptions = {}): Field {
    const { minLength, maxLength, pattern } = options;
    return new Field({ type: 'string', minLength, maxLength, pattern }, options);
  }

  /** A whole number between -(2^53 - 1) and 2^53 - 1. */
  public static integer(options: NumericOptions = {}): Field {
    return new Field({ type: 'integer', ...numericConstraints(options) }, options);
  }

  /** A number with the precision of a double; for exact amounts use `exactDecimal`. */
  public static number(options: NumericOptions = {}): Field {
    return new Field({ type: 'number', ...numericConstraints(options) }, options);
  }

  /** A decimal number, exact to 38 digits (DynamoDB's limit); a string in JSON, such as `"19.90"`. */
  public static exactDecimal(options: ExactDecimalOptions = {}): Field {
    return new Field({ 'type': 'string', 'format': 'decimal', 'x-minimum': options.minimum, 'x-maximum': options.maximum }, options);
  }

  /** True or false. */
  public static flag(options: FieldOptions = {}): Field {
    return new Field({ type: 'boolean' }, options);
  }

  /** A calendar date, `YYYY-MM-DD` (RFC 3339 full-date). */
  public static date(options: FieldOptions = {}): Field {
    return new Field({ type: 'string', format: 'date' }, options);
  }

  /** An instant (RFC 3339 date-time); kept in UTC with three decimals, so that it sorts. */
  public static dateTime(options: FieldOptions = {}): Field {
    return new Field({ type: 'string', format: 'date-time' }, options);
  }

  /** An e-mail address, at most 254 characters (RFC 5321). */
  public static email(options: FieldOptions = {}): Field {
    return new Field({ type: 'string', format: 'email' }, options);
  }

  /** An absolute URI (RFC 3986). */
  public static uri(options: FieldOptions = {}): Field {
    return new Field({ type: 'string', format: 'uri' }, options);
  }

  /** A UUID of any version (RFC 9562). */
  public static uuid(options: FieldOptions = {}): Field {
    return new Field({ type: 'string', format: 'uuid' }, options);
  }

  /** One of the given texts. */
  public static oneOf(values: string[], options: FieldOptions = {}): Field {
    return new Field({ type: 'string', enum: [...values] }, options);
  }

  /** A list whose elements are all alike. */
  public static listOf(item: Field, options: ListOptions = {}): Field {
    const { minItems, maxItems, uniqueItems } = options;
    return new Field({ type: 'array', items: item._schema, minItems, maxItems, uniqueItems }, options);
  }

  /** An object with the given members. */
  public static nested(fields: { [name: string]: Field }, options: FieldOptions = {}): Field {
    return new Field(objectSchema(fields), options);
  }

  /** An object whose member names are free and whose values are all alike. */
  public static mapOf(value: Field, options: MapOptions = {}): Field {
    const { minProperties, maxProperties } = options;
    return new Field({ type: 'object', additionalProperties: value._schema, minProperties, maxProperties }, options);
  }

  /** Any JSON value. */
  public static json(options: FieldOptions = {}): Field {
    return new Field({}, options);
  }

  /** Bytes, base64 in JSON (RFC 4648, section 4). */
  public static binary(options: FieldOptions = {}): Field {
    return new Field({ type: 'string', contentEncoding: 'base64' }, options);
  }

  /** The `id` of an item of another entity. Whether that item exists is not checked. */
  public static reference(entity: EntitySchema, options: ReferenceOptions = {}): Field {
    return new Field({ 'type': 'string', 'minLength': 1, 'maxLength': 128, 'x-reference': entity.name }, options);
  }

  /** The item's own path, computed in every answer and never stored. */
  public static selfLink(): Field {
    return new Field({ 'type': 'string', 'readOnly': true, 'x-self-link': true }, {});
  }

  /** @internal */
  public readonly _schema: JsonSchema;
  /** @internal */
  public readonly _required: boolean;

  private constructor(schema: JsonSchema, options: FieldOptions) {
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
    'default': options.defaultValue as Json | undefined,
    'readOnly': options.readOnly || undefined,
    'writeOnly': options.writeOnly || undefined,
    'x-immutable': options.immutable || undefined,
    'x-filterable': options.filterable || undefined,
    'x-unique': options.unique ? 'scope' : undefined,
  };
}

function withoutUndefined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
