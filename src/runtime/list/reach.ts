import { Access } from './access';
import { Filter } from './filter';
import { isEmptyRange, isEmptyText } from './range';
import { keyBytes, PARTITION_KEY_BYTES, SORT_KEY_BYTES } from '../item/key-size';
import { AttributeValue } from '../store/call';

/**
 * Whether no item can be where an access reads, which the store refuses to look for: a key is neither empty nor too long.
 *
 * @param scope the value that the partition begins with
 */
export function isEmpty(access: Access, scope = ''): boolean {
  const { equals, range } = access;
  const begin = range?.operator === 'beginsWith' ? range.values : [];
  return equals.some(([, value]) => isEmptyText(value))
    || (range !== undefined && isEmptyRange(range))
    || keyBytes([{ S: scope }, ...partitionValues(access)]) > PARTITION_KEY_BYTES
    || keyBytes([...sortValues(access), ...begin]) > SORT_KEY_BYTES;
}

/** Whether a key condition can compare with the ends of a range: they are as long as a key at the most. */
export function isComparable(access: Access, { operator, values }: Filter): boolean {
  return operator === 'beginsWith' || values.every((value) => keyBytes([...sortValues(access), value]) <= SORT_KEY_BYTES);
}

function partitionValues({ equals, sort }: Access): AttributeValue[] {
  return equals.filter(([attribute]) => !sort.includes(attribute)).map(([, value]) => value);
}

function sortValues({ equals, sort }: Access): AttributeValue[] {
  return equals.filter(([attribute]) => sort.includes(attribute)).map(([, value]) => value);
}
