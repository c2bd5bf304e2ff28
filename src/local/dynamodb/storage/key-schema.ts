import { encodeAttribute, partitionHash } from './key-encoding';
import { PARTITION_KEY_BYTES, SORT_KEY_BYTES } from '../limits';
import { attributeOf, AttributeValue, Item, ScalarType } from '../values/attribute-value';
import { valueSize } from '../values/item-size';

export interface KeyAttribute {
  readonly name: string;
  readonly type: ScalarType;
}

/** What a table or an index is partitioned and sorted by; several attributes on either side in global secondary indexes. */
export interface KeySchema {
  readonly partition: readonly KeyAttribute[];
  readonly sort: readonly KeyAttribute[];
}

export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: ScalarType;
}

export function parseKeySchema(elements: readonly KeySchemaElement[], definitions: readonly AttributeDefinition[]): KeySchema {
  const attributes = (keyType: 'HASH' | 'RANGE') => elements.filter((element) => element.KeyType === keyType).map(({ AttributeName: name }) => ({
    name, type: definitions.find((definition) => definition.AttributeName === name)!.AttributeType,
  }));
  return { partition: attributes('HASH'), sort: attributes('RANGE') };
}

export function keyAttributes(schema: KeySchema): readonly KeyAttribute[] {
  return [...schema.partition, ...schema.sort];
}

export function keyNames(schema: KeySchema): string[] {
  return keyAttributes(schema).map(({ name }) => name);
}

/** The item has every attribute of the key, each of its type. */
export function hasKey(schema: KeySchema, item: Item): boolean {
  return keyAttributes(schema).every(({ name, type }) => attributeOf(item, name)?.[type] !== undefined);
}

/** Attributes on one side of a key, as far as they are given, in bytes: they count together. */
export function keySize(attributes: readonly KeyAttribute[], item: Item): number {
  return attributes.reduce((total, { name }) => {
    const value = attributeOf(item, name);
    return value === undefined ? total : total + valueSize(value);
  }, 0);
}

/** Keys are neither empty text nor empty binary, although other attributes may be. */
export function emptyKind(value: AttributeValue): 'string' | 'binary' | undefined {
  if (value.S === '') return 'string';
  return value.B === '' ? 'binary' : undefined;
}

/** The item has the key, and it is one that DynamoDB takes. What was written before there was an index need not be. */
export function hasValidKey(schema: KeySchema, item: Item): boolean {
  return isValidSide(schema.partition, item, PARTITION_KEY_BYTES) && isValidSide(schema.sort, item, SORT_KEY_BYTES);
}

function isValidSide(attributes: readonly KeyAttribute[], item: Item, mostBytes: number): boolean {
  let bytes = 0;
  for (const { name, type } of attributes) {
    const value = attributeOf(item, name);
    if (value?.[type] === undefined || emptyKind(value) !== undefined) return false;
    bytes += valueSize(value);
  }
  return bytes <= mostBytes;
}

export function encodePartition(schema: KeySchema, item: Item): string {
  const partition = encode(schema.partition, item);
  return partitionHash(partition) + partition;
}

/** Where an item that has the key is. */
export function encodeKey(schema: KeySchema, item: Item): string {
  return encodePartition(schema, item) + encode(schema.sort, item);
}

function encode(attributes: readonly KeyAttribute[], item: Item): string {
  let key = '';
  for (const { name, type } of attributes) key += encodeAttribute(attributeOf(item, name) as AttributeValue, type);
  return key;
}
