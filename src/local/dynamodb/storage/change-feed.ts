import type { ItemChange } from './database';
import { keyNames } from './key-schema';
import { Item, pick } from '../values/attribute-value';
import { equalItems } from '../values/comparison';

/**
 * One change of one item, with what a stream record of `NEW_AND_OLD_IMAGES` has. Views of fewer images are projections of it.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
 */
export interface TableChange {
  readonly tableName: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** Increases with every change, over restarts too. */
  readonly sequenceNumber: bigint;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly keys: Item;
  readonly newImage?: Item;
  readonly oldImage?: Item;
  /** Deleted by time to live, not by a request. */
  readonly byTimeToLive: boolean;
}

export type ChangeListener = (change: TableChange) => void;

/** Leaves room for a million changes in a millisecond, so that a restarted feed goes on above the last one. */
const SEQUENCE_NUMBERS_A_MILLISECOND = 1_000_000n;

/** Tells, in order and after they have happened, what changed. A write that leaves its item as it was is no change, as in DynamoDB. */
export class ChangeFeed {
  private readonly listeners = new Map<string, Set<ChangeListener>>();
  private sequenceNumber = BigInt(Date.now()) * SEQUENCE_NUMBERS_A_MILLISECOND;

  /** @returns how to stop listening */
  subscribe(tableName: string, listener: ChangeListener): () => void {
    const listeners = this.listeners.get(tableName) ?? new Set();
    this.listeners.set(tableName, listeners.add(listener));
    return () => { listeners.delete(listener); };
  }

  publish(changes: readonly ItemChange[]): void {
    for (const change of changes) {
      this.sequenceNumber += 1n;
      const listeners = this.listeners.get(change.table.name);
      if (listeners === undefined || listeners.size === 0 || isUnchanged(change)) continue;
      const record = recordOf(change, this.sequenceNumber);
      for (const listener of listeners) listener(record);
    }
  }
}

function isUnchanged({ before, after }: ItemChange): boolean {
  return before !== undefined && after !== undefined && equalItems(before, after);
}

function recordOf({ table, before, after, byTimeToLive = false }: ItemChange, sequenceNumber: bigint): TableChange {
  return {
    tableName: table.name,
    eventName: after === undefined ? 'REMOVE' : before === undefined ? 'INSERT' : 'MODIFY',
    sequenceNumber,
    at: Date.now(),
    keys: pick((after ?? before)!, keyNames(table.schema)),
    ...(after && { newImage: after }),
    ...(before && { oldImage: before }),
    byTimeToLive,
  };
}
