import { Asked } from './asked';
import { BUDGET } from './list';
import { Outcome } from './outcome';
import { isSame } from './write-on-version';
import { HIDDEN } from '../../model';
import { DELETED_AT, EXPIRES_AT } from '../item/lifetime';
import { deleteItem } from '../plan/delete-item';
import { idOf, keyOf } from '../plan/key';
import { markerChanges, uniqueFields } from '../plan/markers';
import { mergeEntries, releasedPartition } from '../plan/merge-entries';
import { queryKeys } from '../plan/query';
import { entryOf, isRefused, transaction } from '../plan/transaction';
import { all, AttributeMap, Call, Completed, Steps } from '../store/call';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (API operations) */
const MOST_IN_BATCH = 25;
const MOST_IN_TRANSACTION = 100;
const READ_AT_ONCE = 100;
/** What says which version an item is, and whether it holds its values. */
const STATE = ['version', 'createdAt', HIDDEN.life, EXPIRES_AT, DELETED_AT, HIDDEN.timeToLive];

/** DELETE of a collection: for good, deleted and expired items included, as many as a request has time for. */
export function* clear(asked: Asked): Steps<Outcome> {
  const { api: { model }, elapsed } = asked;
  const unique = uniqueFields(model);
  let deleted = 0;
  let complete = false;
  let sent = 0;
  const foreign = new Set<string>();
  while (!complete && (sent === 0 || elapsed() < BUDGET.milliseconds)) {
    const pages = yield* all(queryKeys(asked, READ_AT_ONCE, [...unique, ...STATE]));
    const outputs = pages.map((page) => (page.kind === 'done' ? page.output : {}));
    const items = outputs.flatMap(({ Items = [] }) => Items);
    if (items.length === 0) return { kind: 'value', value: { deleted, complete: outputs.every(({ LastEvaluatedKey }) => !LastEvaluatedKey) } };
    const groups = unique.length > 0 ? transactions(asked, items, sent, foreign) : batches(asked, items);
    sent += groups.length;
    const results = yield* all(groups.map(({ call }) => call));
    const left = groups.map(({ count }, place) => leftIn(results[place], count));
    for (const [place, result] of results.entries()) for (const partition of refusedReleases(groups[place].call, result)) foreign.add(partition);
    deleted += items.length - left.reduce((a, b) => a + b);
    complete = left.every((count) => count === 0) && outputs.every(({ LastEvaluatedKey }) => !LastEvaluatedKey);
  }
  return { kind: 'value', value: { deleted, complete } };
}

interface Group {
  readonly call: Call;
  readonly count: number;
}

function batches(asked: Asked, items: readonly AttributeMap[]): Group[] {
  const { api: { tableName, model } } = asked;
  return chunks(items.map((item) => ({ DeleteRequest: { Key: keyOf(asked, idOf(model, item)) } })), MOST_IN_BATCH)
    .map((requests) => ({ call: { action: 'BatchWriteItem', input: { RequestItems: { [tableName]: requests } } }, count: requests.length }));
}

/** The values that items held are free with them, but for those that are another's. An item that was written meanwhile is left to the next round. */
function transactions(asked: Asked, items: readonly AttributeMap[], sent: number, foreign: ReadonlySet<string>): Group[] {
  const { api: { model } } = asked;
  const itemsInOne = Math.floor(MOST_IN_TRANSACTION / (1 + uniqueFields(model).length));
  return chunks(items, itemsInOne).map((group, place) => {
    const { entries } = mergeEntries(group.map((item) => {
      const id = idOf(model, item);
      const call = deleteItem(asked, id, isSame(asked, item));
      const releases = markerChanges(asked, id, item, undefined).map(({ entry }) => entry);
      return [entryOf(call), ...releases.filter((entry) => !foreign.has(releasedPartition(entry)!))];
    }));
    return { call: transaction(asked, entries, `${sent + place}`), count: group.length };
  });
}

/** The values that a transaction was refused to give back. */
function refusedReleases({ input }: Call, result: Completed): string[] {
  if (result.kind !== 'canceled') return [];
  const refused = (input.TransactItems as object[]).filter((_, place) => isRefused(result.reasons[place]));
  return refused.map(releasedPartition).filter((partition) => partition !== undefined);
}

/** How many of a group were not deleted. */
function leftIn(result: Completed, count: number): number {
  if (result.kind !== 'done') return count;
  return Object.values(result.output.UnprocessedItems ?? {}).flat().length;
}

function chunks<T>(elements: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(elements.length / size) }, (_, place) => elements.slice(place * size, (place + 1) * size));
}
