import { Consumption, readUnits } from '../capacity';
import { view } from './projected';
import { holds } from '../expressions/condition';
import { Expression, Path } from '../expressions/syntax';
import { PAGE_BYTES } from '../limits';
import { keyNames } from '../storage/key-schema';
import { KeyRange } from '../storage/ordered-map';
import { SecondaryIndex } from '../storage/secondary-index';
import { Table } from '../storage/table';
import { Item, pick } from '../values/attribute-value';
import { itemSize } from '../values/item-size';

export interface PageRequest {
  readonly table: Table;
  readonly index?: SecondaryIndex;
  readonly range: KeyRange;
  readonly forward: boolean;
  readonly limit: number;
  readonly consistent?: boolean;
  readonly filter?: Expression;
  readonly paths?: readonly Path[];
  /** Read each item whole from the table, although the (local) index does not hold all of it. */
  readonly fetch: boolean;
}

export interface Page {
  readonly items: Item[];
  /** Items read, before the filter. */
  readonly scannedCount: number;
  readonly lastEvaluatedKey?: Item;
  readonly consumption: Consumption;
}

/** One page of a Query or Scan: up to `limit` items or 1 MB of them, counted before the filter. */
export function readPage(request: PageRequest): Page {
  const { table, index, filter, paths, consistent, limit } = request;
  const items: Item[] = [];
  let [scannedCount, bytes, fetchedUnits, isFull] = [0, 0, 0, false];
  let last: Item | undefined;
  for (const { item, seen, size } of readItems(request)) {
    last = item;
    scannedCount += 1;
    bytes += size;
    if (request.fetch) fetchedUnits += readUnits(itemSize(item), consistent);
    if (filter === undefined || holds(filter, seen)) items.push(view(seen, paths));
    isFull = scannedCount >= limit || bytes >= PAGE_BYTES;
    if (isFull) break;
  }
  const units = readUnits(bytes, consistent);
  const consumption = index === undefined
    ? { table, tableUnits: units, indexUnits: new Map() }
    : { table, tableUnits: fetchedUnits, indexUnits: new Map([[index, units]]) };
  return { items, scannedCount, consumption, ...(isFull && { lastEvaluatedKey: pick(last!, startKeyNames(table, index)) }) };
}

/** The attributes of a page's `LastEvaluatedKey`, and so of the next one's `ExclusiveStartKey`. */
export function startKeyNames(table: Table, index: SecondaryIndex | undefined): ReadonlySet<string> {
  return new Set([...keyNames(table.schema), ...(index ? keyNames(index.schema) : [])]);
}

/** Items in order: whole, as the reader sees them, and the size of what is read. */
function* readItems({ table, index, range, forward, fetch }: PageRequest): IterableIterator<{ item: Item; seen: Item; size: number }> {
  if (index === undefined) {
    for (const [, stored] of table.items.entries(range, forward)) {
      const item = stored.decode();
      yield { item, seen: item, size: stored.size };
    }
    return;
  }
  for (const [, key] of index.entriesOf(table.items).entries(range, forward)) {
    const stored = table.items.get(key)!;
    const item = stored.decode();
    const entry = index.project(item);
    yield { item, seen: fetch ? item : entry, size: entry === item ? stored.size : itemSize(entry) };
  }
}
