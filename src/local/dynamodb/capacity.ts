import { SecondaryIndex } from './storage/secondary-index';
import { Table } from './storage/table';
import { Item } from './values/attribute-value';
import { equalItems } from './values/comparison';
import { itemSize } from './values/item-size';

export type ReturnConsumedCapacity = 'NONE' | 'TOTAL' | 'INDEXES';

/** What one call consumed of one table. */
export interface Consumption {
  readonly table: Table;
  readonly tableUnits: number;
  /** Without the indexes that it left untouched. */
  readonly indexUnits: ReadonlyMap<SecondaryIndex, number>;
}

const READ_UNIT_BYTES = 4096;
const WRITE_UNIT_BYTES = 1024;

/**
 * A unit is 4 KB read strongly, half a unit 4 KB read eventually; a read that finds nothing costs as much as 4 KB.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export function readUnits(bytes: number, consistent: boolean | undefined): number {
  return Math.max(Math.ceil(bytes / READ_UNIT_BYTES), 1) * (consistent ? 1 : 0.5);
}

export function writeUnits(bytes: number): number {
  return Math.max(Math.ceil(bytes / WRITE_UNIT_BYTES), 1);
}

/** The table by the larger of the item before and after; each index by what changes in it. */
export function consumptionOfWrite(table: Table, before: Item | undefined, after: Item | undefined): Consumption {
  const sizes = [before, after].map((item) => (item === undefined ? 0 : itemSize(item)));
  const indexUnits = new Map<SecondaryIndex, number>();
  for (const index of table.indexes.values()) {
    const units = indexWriteUnits(index, before, after);
    if (units > 0) indexUnits.set(index, units);
  }
  return { table, tableUnits: writeUnits(Math.max(...sizes)), indexUnits };
}

/**
 * An entry that moves is deleted and put; one that stays costs its larger size, or nothing if it stays as it is.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes
 */
function indexWriteUnits(index: SecondaryIndex, before: Item | undefined, after: Item | undefined): number {
  const [old, current] = [before, after].map((item) => {
    const key = item && index.keyOf(item, '');
    return key === undefined ? undefined : { key, entry: index.project(item!) };
  });
  const [oldUnits, units] = [old, current].map((view) => (view === undefined ? 0 : writeUnits(itemSize(view.entry))));
  if (old?.key !== current?.key) return oldUnits + units;
  return old === undefined || equalItems(old.entry, current!.entry) ? 0 : Math.max(oldUnits, units);
}

export function totalUnits({ tableUnits, indexUnits }: Consumption): number {
  return [...indexUnits.values()].reduce((total, units) => total + units, tableUnits);
}

/** One consumption for each table. */
export function mergeConsumptions(consumptions: readonly Consumption[]): Consumption[] {
  const merged = new Map<Table, { table: Table; tableUnits: number; indexUnits: Map<SecondaryIndex, number> }>();
  for (const { table, tableUnits, indexUnits } of consumptions) {
    const sum = merged.get(table) ?? { table, tableUnits: 0, indexUnits: new Map() };
    sum.tableUnits += tableUnits;
    indexUnits.forEach((units, index) => sum.indexUnits.set(index, (sum.indexUnits.get(index) ?? 0) + units));
    merged.set(table, sum);
  }
  return [...merged.values()];
}

/** As the API reports it. Transactions name the kind of the units beside their number. */
export function consumedCapacity(consumption: Consumption, mode: ReturnConsumedCapacity, kind?: 'Read' | 'Write'): object {
  const units = (number: number) => ({ CapacityUnits: number, ...(kind && { [`${kind}CapacityUnits`]: number }) });
  const { table, tableUnits, indexUnits } = consumption;
  const summary = { TableName: table.name, ...units(totalUnits(consumption)) };
  if (mode === 'TOTAL') return summary;
  const byKind: Record<string, Record<string, object>> = {};
  for (const [index, number] of indexUnits) (byKind[`${index.kind}SecondaryIndexes`] ??= Object.create(null) as Record<string, object>)[index.name] = units(number);
  return { ...summary, Table: units(tableUnits), ...byKind };
}

export function isReported(mode: ReturnConsumedCapacity | undefined): mode is 'TOTAL' | 'INDEXES' {
  return mode === 'TOTAL' || mode === 'INDEXES';
}
