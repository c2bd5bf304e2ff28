import { PARTITION_KEY_BYTES, SORT_KEY_BYTES } from '../limits';
import { EmptyKeyError, validationError } from '../service-error';
import { emptyKind, KeyAttribute, keyAttributes, KeySchema, keySize } from '../storage/key-schema';
import { Table } from '../storage/table';
import { attributeOf, AttributeValue, Item, typeOf } from '../values/attribute-value';

/** @throws ValidationException unless the item to put has the table's key */
export function checkItemKey(item: Item, { schema }: Table): void {
  for (const { name, type } of keyAttributes(schema)) {
    const value = attributeOf(item, name);
    if (value === undefined) throw validationError(`One or more parameter values were invalid: Missing the key ${name} in the item`);
    if (value[type] === undefined) {
      throw validationError(`One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`);
    }
    checkNotEmpty(value, name);
  }
  checkKeySizes(item, schema);
}

/** @throws ValidationException unless this is a key of the table, and nothing else */
export function checkKey(key: Item, { schema }: Table): void {
  const attributes = keyAttributes(schema);
  if (Object.keys(key).length !== attributes.length) throw keyMismatch();
  for (const attribute of attributes) checkKeyPiece(key, attribute);
  checkKeySizes(key, schema);
}

export function checkKeyPiece(key: Item, { name, type }: KeyAttribute): void {
  const value = attributeOf(key, name);
  if (value?.[type] === undefined) throw keyMismatch();
  checkNotEmpty(value, name);
}

export function keyMismatch(): Error {
  return validationError('The provided key element does not match the schema');
}

/** @throws ValidationException */
export function checkNotEmpty(value: AttributeValue, name: string): void {
  const kind = emptyKind(value);
  if (kind !== undefined) {
    throw new EmptyKeyError(`One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${name}`);
  }
}

/** @throws ValidationException */
export function checkKeySizes(item: Item, schema: KeySchema): void {
  if (keySize(schema.partition, item) > PARTITION_KEY_BYTES) {
    throw validationError(`One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of${PARTITION_KEY_BYTES} bytes`);
  }
  if (keySize(schema.sort, item) > SORT_KEY_BYTES) {
    throw validationError(`One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of ${SORT_KEY_BYTES} bytes`);
  }
}
