import { markerPartition, RECORD_ITEM } from './markers';
import { AttributeMap, AttributeValue } from '../store/call';

/** A hold or a release of a unique value, as `markers.ts` writes them; a check of a parent; or a write of an item, which may have no values. */
interface MarkerEntry {
  readonly Put?: { readonly Item: AttributeMap; readonly ConditionExpression: string; readonly ExpressionAttributeValues: AttributeMap };
  readonly Delete?: { readonly Key: AttributeMap; readonly ConditionExpression: string; readonly ExpressionAttributeValues: AttributeMap };
  readonly ConditionCheck?: { readonly Key: AttributeMap };
}

export interface MergedEntries {
  readonly entries: object[];
  /** For each writer the places of its own among the entries; undefined for one that was merged away. */
  readonly placesOf: (number | undefined)[][];
}

/**
 * The entries of several writers as those of one transaction, which takes one a row: where a writer gives a unique value back and another takes it,
 * the taking alone is left, and may take it from that very item; a value that several give back is given back once; and a parent is checked once
 * for all its children.
 */
export function mergeEntries(writers: readonly (readonly object[])[]): MergedEntries {
  const all = writers.flat() as MarkerEntry[];
  const holds = new Set(all.map(({ Put }) => Put && markerPartition(Put.Item)));
  const holders = holdersOf(all);
  const entries: object[] = [];
  const shared = new Map<string, number>();
  const once = (row: string, entry: object): number => {
    const place = shared.get(row) ?? entries.push(entry) - 1;
    shared.set(row, place);
    return place;
  };
  const place = (entry: MarkerEntry): number | undefined => {
    const { Put, ConditionCheck } = entry;
    if (ConditionCheck) return once(JSON.stringify(ConditionCheck.Key), entry);
    const released = releasedPartition(entry);
    if (released !== undefined) return holds.has(released) ? undefined : once(released, fromAny(entry, holders.get(released)!.slice(1)));
    return entries.push(fromAny(entry, holders.get((Put && markerPartition(Put.Item)) ?? '') ?? [])) - 1;
  };
  return { placesOf: writers.map((own) => own.map((entry) => place(entry as MarkerEntry))), entries };
}

/** The items that give a value back, by its partition. */
function holdersOf(entries: readonly MarkerEntry[]): Map<string, AttributeValue[]> {
  const holders = new Map<string, AttributeValue[]>();
  for (const entry of entries) {
    const partition = releasedPartition(entry);
    if (partition !== undefined) holders.set(partition, [...holders.get(partition) ?? [], entry.Delete!.ExpressionAttributeValues[':0']]);
  }
  return holders;
}

/** The value that an entry gives back, as the partition of its marker. */
export function releasedPartition({ Delete }: MarkerEntry): string | undefined {
  return Delete && markerPartition(Delete.Key);
}

/** For each writer the places of the unique values that it wants and an earlier writer takes: a value can be held by one. */
export function contestedHolds(writers: readonly (readonly object[])[]): number[][] {
  const taken = new Set<string>();
  return writers.map((own) => own.flatMap((entry, place) => {
    const { Put } = entry as MarkerEntry;
    const partition = Put && markerPartition(Put.Item);
    if (partition === undefined) return [];
    const isTaken = taken.has(partition);
    taken.add(partition);
    return isTaken ? [place] : [];
  }));
}

/** The marker may be of any of the other items as well. */
function fromAny(entry: MarkerEntry, holders: readonly AttributeValue[]): object {
  if (holders.length === 0) return entry;
  const [[action, write]] = Object.entries(entry) as [string, NonNullable<MarkerEntry['Put' | 'Delete']>][];
  const values = Object.fromEntries(holders.map((holder, place) => [`:holder${place}`, holder]));
  return {
    [action]: {
      ...write,
      ConditionExpression: [write.ConditionExpression, ...Object.keys(values).map((value) => `#${RECORD_ITEM} = ${value}`)].join(' OR '),
      ExpressionAttributeValues: { ...write.ExpressionAttributeValues, ...values },
    },
  };
}
