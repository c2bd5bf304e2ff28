import { AttributeType, attributeOf, AttributeValue, Item, typeOf } from './attribute-value';
import { binarySize } from './item-size';
import { compareNumbers } from './number';

/** The types that have an order. */
const ORDERED: ReadonlySet<AttributeType> = new Set(['S', 'N', 'B']);

/** Equal in DynamoDB's terms: sets have no order, lists do, and no two types are ever equal. */
export function equalValues(a: AttributeValue, b: AttributeValue): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  switch (type) {
    case 'L': return a.L!.length === b.L!.length && a.L!.every((member, index) => equalValues(member, b.L![index]));
    case 'M': return equalItems(a.M!, b.M!);
    case 'SS':
    case 'NS':
    case 'BS': {
      const members = new Set(a[type]!);
      return a[type]!.length === b[type]!.length && b[type]!.every((member) => members.has(member));
    }
    default: return a[type] === b[type];
  }
}

export function equalItems(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => {
    const other = attributeOf(b, name);
    return other !== undefined && equalValues(a[name], other);
  });
}

/** Numbers by value, text and binary by their (UTF-8) bytes; undefined for types without an order, or two types. */
export function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  const type = typeOf(a);
  if (type !== typeOf(b) || !ORDERED.has(type)) return undefined;
  if (type === 'N') return compareNumbers(a.N!, b.N!);
  return Buffer.compare(bytesOf(a), bytesOf(b));
}

export function bytesOf(value: AttributeValue): Buffer {
  return value.B === undefined ? Buffer.from(value.S ?? '', 'utf8') : Buffer.from(value.B, 'base64');
}

export function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  const type = typeOf(value);
  if (type !== typeOf(prefix)) return false;
  if (type === 'S') return value.S!.startsWith(prefix.S!);
  return type === 'B' && bytesOf(value).subarray(0, binarySize(prefix.B!)).equals(bytesOf(prefix));
}

/** A part of a text or binary, a member of a set, or an element of a list. */
export function containsValue(value: AttributeValue, part: AttributeValue): boolean {
  const partType = typeOf(part);
  switch (typeOf(value)) {
    case 'S': return partType === 'S' && value.S!.includes(part.S!);
    case 'B': return partType === 'B' && bytesOf(value).includes(bytesOf(part));
    case 'SS': return partType === 'S' && value.SS!.includes(part.S!);
    case 'NS': return partType === 'N' && value.NS!.includes(part.N!);
    case 'BS': return partType === 'B' && value.BS!.includes(part.B!);
    case 'L': return value.L!.some((element) => equalValues(element, part));
    default: return false;
  }
}

/** What `size(path)` is: UTF-16 units of a text, bytes of a binary, members of the rest; undefined for what has no size. */
export function sizeOperand(value: AttributeValue): AttributeValue | undefined {
  const type = typeOf(value);
  switch (type) {
    case 'S': return { N: String(value.S!.length) };
    case 'B': return { N: String(binarySize(value.B!)) };
    case 'SS':
    case 'NS':
    case 'BS':
    case 'L': return { N: String(value[type]!.length) };
    case 'M': return { N: String(Object.keys(value.M!).length) };
    default: return undefined;
  }
}
