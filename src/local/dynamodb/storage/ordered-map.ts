import BTree from 'sorted-btree';
import { bulkLoad } from 'sorted-btree/extended/bulkLoad';

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

const NODE_SIZE = 32;

/**
 * A map in the order of its keys' characters. It is brought into order when that is first asked for: a start, or the making of an index, fills
 * it with much in any order, which is sorted at once in a fraction of the time.
 */
export class OrderedMap<V> {
  /** Of many entries in any order, each key once. */
  static of<V>(entries: Array<readonly [string, V]>): OrderedMap<V> {
    const map = new OrderedMap<V>();
    map.map = treeOf(entries);
    return map;
  }

  private map: Map<string, V> | BTree<string, V> = new Map();

  get size(): number {
    return this.map.size;
  }

  get(key: string): V | undefined {
    return this.map.get(key);
  }

  set(key: string, value: V): void {
    this.map.set(key, value);
  }

  delete(key: string): void {
    this.map.delete(key);
  }

  /** In any order. */
  forEach(visit: (value: V, key: string) => void): void {
    this.map.forEach((value: V, key: string) => { visit(value, key); });
  }

  * entries(range: KeyRange = EVERYTHING, forward = true): IterableIterator<[string, V]> {
    const tree = this.ordered();
    const source = forward ? tree.entries(range.low) : tree.entriesReversed(range.high, undefined, true);
    for (const entry of source) {
      if (forward ? entry[0] >= range.high : entry[0] < range.low) return;
      yield entry;
    }
  }

  /** Each entry as it is at some moment between the beginning and its turn, whatever is written meanwhile; a tree's copy shares what does not change. */
  snapshot(): IterableIterator<[string, V]> {
    return this.map instanceof BTree ? this.map.clone().entries() : this.map.entries();
  }

  private ordered(): BTree<string, V> {
    if (this.map instanceof BTree) return this.map;
    this.map = treeOf([...this.map]);
    return this.map;
  }
}

/** Sorted at once and loaded as they are: inserted one by one, they would take several times as long. */
function treeOf<V>(entries: Array<readonly [string, V]>): BTree<string, V> {
  entries.sort(([a], [b]) => compare(a, b));
  return bulkLoad(entries.map(([key]) => key), entries.map(([, value]) => value), NODE_SIZE, compare);
}
