import { decode } from './decode';
import { encode } from './encode';
import { JsonObject } from './json-object';
import { indexedFields } from './key-violations';
import { JsonSchema, Model } from '../../model';
import { AttributeMap } from '../store/call';

/** The attributes of valid fields. A null in an index would be refused by the store, so it is stored as absence. */
export function encodeFields(model: Model, fields: JsonObject): AttributeMap {
  const indexed = indexedFields(model);
  return Object.fromEntries(Object.entries(fields)
    .filter(([name, value]) => value !== null || !indexed.includes(name))
    .map(([name, value]) => [name, encode(fieldSchema(model, name), value)]));
}

/** The fields of a stored item, also those that clients do not see. */
export function decodeFields({ schema }: Model, item: AttributeMap): JsonObject {
  return Object.fromEntries(Object.entries(schema.properties)
    .filter(([name]) => Object.hasOwn(item, name))
    .map(([name, member]) => [name, decode(member, item[name])]));
}

export function fieldSchema({ schema }: Model, name: string): JsonSchema {
  return schema.properties[name] ?? {};
}
