import { EmptyKeyError, validationError } from '../service-error';
import { checkKeySizes } from './keys';
import { emptyKind, hasKey, keyAttributes, keyNames } from '../storage/key-schema';
import { SecondaryIndex } from '../storage/secondary-index';
import { Table } from '../storage/table';
import { attributeOf, Item, typeOf } from '../values/attribute-value';

/**
 * An item may lack an index's key, but what it has must be able to be one: of the key's type, not empty, not too long.
 * @throws ValidationException
 */
export function checkIndexKeys(item: Item, table: Table): void {
  for (const index of byName(table)) {
    checkTypes(item, index, keyNames(table.schema));
    for (const { name } of keyAttributes(index.schema)) {
      const kind = emptyKind(attributeOf(item, name) ?? {});
      if (kind === undefined) continue;
      throw new EmptyKeyError(
        'One or more parameter values are not valid. A value specified for a secondary index key is not supported. '
        + `The AttributeValue for a key attribute cannot contain an empty ${kind} value. IndexName: ${index.name}, IndexKey: ${name}`,
      );
    }
    if (hasKey(index.schema, item)) checkKeySizes(item, index.schema);
  }
}

/** The same for an update, which answers only for the attributes that it touches: others may be older than their index. */
export function checkUpdatedIndexKeys(item: Item, table: Table, touched: ReadonlySet<string>): void {
  for (const index of byName(table)) {
    const attributes = keyAttributes(index.schema).filter(({ name }) => touched.has(name));
    if (attributes.length === 0) continue;
    checkTypes(item, index, keyNames(index.schema).filter((name) => !touched.has(name)));
    for (const { name } of attributes) {
      const kind = emptyKind(attributeOf(item, name) ?? {});
      if (kind === undefined) continue;
      throw new EmptyKeyError(
        'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. '
        + `The AttributeValue for a key attribute cannot contain an empty ${kind} value.`,
      );
    }
    if (hasKey(index.schema, item)) checkKeySizes(item, index.schema);
  }
}

function checkTypes(item: Item, index: SecondaryIndex, excepted: readonly string[]): void {
  for (const { name, type } of keyAttributes(index.schema)) {
    const value = excepted.includes(name) ? undefined : attributeOf(item, name);
    if (value !== undefined && value[type] === undefined) {
      throw validationError(
        `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} Actual: ${typeOf(value)} IndexName: ${index.name}`,
      );
    }
  }
}

/** DynamoDB names the first of several indexes in alphabetical order. */
function byName(table: Table): SecondaryIndex[] {
  return [...table.indexes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
