import BTree from 'sorted-btree';

/** Keys from `low` on and before `high`. */
export interface KeyRange {
  readonly low: string;
  readonly high: string;
}

/** Sorts after every key: key characters are bytes. */
export const AFTER_EVERY_BYTE = '\u0100';

export const EVERYTHING: KeyRange = { low: '', high: AFTER_EVERY_BYTE };

/** The least text that is greater than this one. */
export function successor(key: string): string {
  return `${key}\u0000`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A map in the order of its keys' characters. */
export class OrderedMap<V> {
  private readonly tree = new BTree<string, V>(undefined, compare);

  get size(): number {
    return this.tree.size;
  }

  get(key: string): V | undefined {
    return this.tree.get(key);
  }

  set(key: string, value: V): void {
    this.tree.set(key, value);
  }

  delete(key: string): void {
    this.tree.delete(key);
  }

  * entries(range: KeyRange = EVERYTHING, forward = true): IterableIterator<[string, V]> {
    const source = forward ? this.tree.entries(range.low) : this.tree.entriesReversed(range.high, undefined, true);
    for (const entry of source) {
      if (forward ? entry[0] >= range.high : entry[0] < range.low) return;
      yield entry;
    }
  }
}
