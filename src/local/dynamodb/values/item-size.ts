import { AttributeValue, Item, typeOf } from './attribute-value';
import { numberSize } from './number';

/** Of a list or map itself, and of each of its members. */
const CONTAINER_BYTES = 3;
const MEMBER_BYTES = 1;

/**
 * What an item counts against the 400 KB limit and for capacity: names and values in UTF-8.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const name of Object.keys(item)) size += textSize(name) + valueSize(item[name]);
  return size;
}

export function valueSize(value: AttributeValue): number {
  switch (typeOf(value)) {
    case 'S': return textSize(value.S!);
    case 'N': return numberSize(value.N!);
    case 'B': return binarySize(value.B!);
    case 'SS': return sum(value.SS!, textSize);
    case 'NS': return sum(value.NS!, numberSize);
    case 'BS': return sum(value.BS!, binarySize);
    case 'L': return CONTAINER_BYTES + sum(value.L!, (member) => MEMBER_BYTES + valueSize(member));
    case 'M': return CONTAINER_BYTES + MEMBER_BYTES * Object.keys(value.M!).length + itemSize(value.M!);
    case 'BOOL':
    case 'NULL': return 1;
  }
}

export function textSize(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

export function binarySize(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}

function sum<T>(members: readonly T[], sizeOf: (member: T) => number): number {
  return members.reduce((total, member) => total + sizeOf(member), 0);
}
