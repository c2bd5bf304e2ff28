import { RECORD_ID, RECORD_ITEM } from './markers';
import { HIDDEN } from '../../model';
import { textAt } from '../item/attributes';
import { AttributeMap, AttributeValue } from '../store/call';

/** A hold or a release of a unique value, as `markers.ts` writes them; a check of a parent; or a write of an item, which may have no values. */
interface MarkerEntry {
  readonly Put?: { readonly Item: AttributeMap; readonly ConditionExpression: string; readonly ExpressionAttributeValues: AttributeMap };
  readonly Delete?: { readonly Key: AttributeMap; readonly ExpressionAttributeValues?: AttributeMap };
  readonly ConditionCheck?: { readonly Key: AttributeMap };
}

export interface MergedEntries {
  readonly entries: object[];
  /** For each writer the places of its own among the entries; undefined for one that was merged away. */
  readonly placesOf: (number | undefined)[][];
}

/**
 * The entries of several writers as those of one transaction, which takes one a row: where a writer gives a unique value back and another takes it,
 * the taking alone is left, and may take it from that very item; and a parent is checked once for all its children.
 */
export function mergeEntries(writers: readonly (readonly object[])[]): MergedEntries {
  const all = writers.flat() as MarkerEntry[];
  const holds = new Set(all.map(({ Put }) => Put && partitionIn(Put.Item)));
  const releases = new Map(all.map(({ Delete }) => [Delete && partitionIn(Delete.Key), Delete?.ExpressionAttributeValues?.[':0']]));
  const entries: object[] = [];
  const checks = new Map<string, number>();
  const place = ({ Put, Delete, ConditionCheck }: MarkerEntry, entry: object): number | undefined => {
    if (ConditionCheck) return checkOnce(checks, ConditionCheck.Key, entry, entries);
    const partition = (Put && partitionIn(Put.Item)) ?? (Delete && partitionIn(Delete.Key));
    if (partition !== undefined && Delete && holds.has(partition)) return undefined;
    const holder = partition === undefined ? undefined : releases.get(partition);
    return entries.push(Put && holder ? takeOver(Put, holder) : entry) - 1;
  };
  return { placesOf: writers.map((own) => own.map((entry) => place(entry as MarkerEntry, entry))), entries };
}

function checkOnce(places: Map<string, number>, key: AttributeMap, entry: object, entries: object[]): number {
  const row = JSON.stringify(key);
  const place = places.get(row) ?? entries.push(entry) - 1;
  places.set(row, place);
  return place;
}

/** For each writer the places of the unique values that it wants and an earlier writer takes: a value can be held by one. */
export function contestedHolds(writers: readonly (readonly object[])[]): number[][] {
  const taken = new Set<string>();
  return writers.map((own) => own.flatMap((entry, place) => {
    const { Put } = entry as MarkerEntry;
    const partition = Put && partitionIn(Put.Item);
    if (partition === undefined) return [];
    const isTaken = taken.has(partition);
    taken.add(partition);
    return isTaken ? [place] : [];
  }));
}

/** The partition of a record's key; undefined for that of an item. */
function partitionIn(key: AttributeMap): string | undefined {
  return textAt(key, 'id') === RECORD_ID ? textAt(key, HIDDEN.scope) : undefined;
}

function takeOver(put: NonNullable<MarkerEntry['Put']>, holder: AttributeValue): object {
  return {
    Put: {
      ...put,
      ConditionExpression: `${put.ConditionExpression} OR #${RECORD_ITEM} = :holder`,
      ExpressionAttributeValues: { ...put.ExpressionAttributeValues, ':holder': holder },
    },
  };
}
