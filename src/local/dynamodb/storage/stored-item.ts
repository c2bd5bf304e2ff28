import { Item } from '../values/attribute-value';
import { itemSize } from '../values/item-size';

/** An item at rest: as text, which is smaller than objects and what the log holds, with its size in DynamoDB's terms. */
export interface StoredItem {
  readonly json: string;
  readonly size: number;
}

export function encodeItem(item: Item): StoredItem {
  return { json: JSON.stringify(item), size: itemSize(item) };
}

export function decodeItem(stored: StoredItem): Item {
  return JSON.parse(stored.json) as Item;
}
