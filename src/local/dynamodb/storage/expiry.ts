import { Database } from './database';
import { encodeKey, KeySchema } from './key-schema';
import { KeyRange } from './ordered-map';
import { Table } from './table';
import { emptyItem } from '../values/attribute-value';

/** What is older is taken for something else than a time. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html */
const OLDEST_SECONDS = 5 * 365 * 24 * 60 * 60;

/** Deleted in one batch, so that a sweep of many does not keep requests waiting for long. */
const BATCH = 100;

/** Deletes items that are past their time to live, now and then, as DynamoDB does. */
export class Expiry {
  private timer?: NodeJS.Timeout;

  constructor(private readonly database: Database, private readonly now: () => number) {}

  start(intervalMillis: number, onFailure: (error: unknown) => void): void {
    this.timer = setInterval(() => {
      try {
        this.sweep();
      } catch (error) {
        onFailure(error);
      }
    }, intervalMillis).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** @returns how many items it deleted, of the first hundred of each table */
  sweep(): number {
    return [...this.database.tables.values()].reduce((total, table) => total + this.sweepTable(table), 0);
  }

  private sweepTable(table: Table): number {
    if (table.expiry === undefined) return 0;
    const changes = [];
    for (const [, key] of table.expiry.entriesOf(table.items).entries(expiredRange(table.expiry.schema, this.now()))) {
      changes.push({ table, key, before: table.get(key), byTimeToLive: true });
      if (changes.length === BATCH) break;
    }
    this.database.commit(changes);
    return changes.length;
  }
}

function expiredRange(schema: KeySchema, now: number): KeyRange {
  const seconds = now / 1000;
  const at = (time: number) => {
    const item = emptyItem();
    item[schema.sort[0].name] = { N: String(time) };
    return item;
  };
  return { low: encodeKey(schema, at(seconds - OLDEST_SECONDS)), high: encodeKey(schema, at(seconds)) };
}
