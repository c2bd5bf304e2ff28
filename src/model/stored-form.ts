import { JsonSchema, typeOf } from './json-schema';

/**
 * How a field lies in DynamoDB: the type of its attribute value, or `any` for free JSON, which follows the value.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
export type StoredForm = 'S' | 'N' | 'BOOL' | 'B' | 'L' | 'M' | 'any';

/** The stored form that a field's schema stands for. */
export function storedFormOf(schema: JsonSchema): StoredForm {
  switch (typeOf(schema)) {
    case 'string':
      if (schema.format === 'decimal') return 'N';
      return schema.contentEncoding === 'base64' ? 'B' : 'S';
    case 'integer':
    case 'number':
      return 'N';
    case 'boolean':
      return 'BOOL';
    case 'array':
      return 'L';
    case 'object':
      return 'M';
    default:
      return 'any';
  }
}

/** Attributes that the server sets in every item, and their schemas. */
export const SERVER_FIELDS = {
  id: { type: 'string', readOnly: true, description: 'Identifies the item' },
  createdAt: { type: 'string', format: 'date-time', readOnly: true, description: 'When the item was created (UTC)' },
  updatedAt: { type: 'string', format: 'date-time', readOnly: true, description: 'When the item was last written (UTC)' },
  version: { type: 'integer', minimum: 0, readOnly: true, description: 'Counts the writes of the item' },
} as const satisfies Record<string, JsonSchema>;

/** Attributes of ours that no client sees. A leading underscore is reserved for them. */
export const HIDDEN = {
  /** The partition key: the scope that the item lives in. */
  scope: '_scope',
  /** The random token of the last write, by which a repeated write knows its own effect. */
  token: '_token',
  /** Random digits that stay as long as the item: they tell it from another one that had the same id, even in the same millisecond. */
  life: '_life',
  /** Epoch seconds after which DynamoDB removes the item. */
  timeToLive: '_ttl',
} as const;
