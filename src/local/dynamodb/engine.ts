import { batchGetItem } from './actions/batch-get-item';
import { batchWriteItem } from './actions/batch-write-item';
import { describeContinuousBackups, updateContinuousBackups } from './actions/continuous-backups';
import { createTable } from './actions/create-table';
import { deleteItem } from './actions/delete-item';
import { getItem } from './actions/get-item';
import { Context, Operation } from './actions/operation';
import { putItem } from './actions/put-item';
import { query } from './actions/query';
import { scan } from './actions/scan';
import { deleteTable, describeTable, listTables } from './actions/tables';
import { listTagsOfResource, tagResource, untagResource } from './actions/tags';
import { describeTimeToLive, updateTimeToLive } from './actions/time-to-live';
import { transactGetItems } from './actions/transact-get-items';
import { transactWriteItems } from './actions/transact-write-items';
import { updateItem } from './actions/update-item';
import { updateTable } from './actions/update-table';
import { openDatabase } from './persistence/open-database';
import { ServiceError, unknownOperation } from './service-error';
import { ChangeListener } from './storage/change-feed';
import { Database } from './storage/database';
import { Expiry } from './storage/expiry';

export interface EngineOptions {
  /** Keeps the data in this folder. @default - in memory alone */
  readonly dataDirectory?: string;
  /**
   * Whether a write is answered only when it would survive a loss of power. Without, it survives the death of the process.
   * @default false
   */
  readonly fsync?: boolean;
  /** Told what a person should know, such as a data file that had to be repaired. @default - written to standard error */
  readonly onNotice?: (message: string) => void;
  /** What ARNs say. */
  readonly accountId?: string;
  readonly region?: string;
  readonly partition?: string;
  /** Epoch milliseconds, in place of the machine's clock. */
  readonly clock?: () => number;
  /**
   * How often items past their time to live are looked for.
   * @default 10_000
   */
  readonly expiryIntervalMillis?: number;
}

/** Told what a call consumed, asked for or not. */
export interface Meter {
  capacityUnits: number;
}

/** DynamoDB, as far as it is emulated: the operations of the API by their names, with their requests and answers as plain JSON. */
export interface DynamoDbEngine {
  /** @throws ServiceError for everything but success */
  call(action: string, input: unknown, meter?: Meter): Promise<object>;
  close(): Promise<void>;
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map(Object.entries({
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  CreateTable: createTable,
  DeleteItem: deleteItem,
  DeleteTable: deleteTable,
  DescribeContinuousBackups: describeContinuousBackups,
  DescribeTable: describeTable,
  DescribeTimeToLive: describeTimeToLive,
  GetItem: getItem,
  ListTables: listTables,
  ListTagsOfResource: listTagsOfResource,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  TagResource: tagResource,
  TransactGetItems: transactGetItems,
  TransactWriteItems: transactWriteItems,
  UntagResource: untagResource,
  UpdateContinuousBackups: updateContinuousBackups,
  UpdateItem: updateItem,
  UpdateTable: updateTable,
  UpdateTimeToLive: updateTimeToLive,
}));

export class EmbeddedEngine implements DynamoDbEngine {
  private readonly account: Context['account'];
  private readonly now: () => number;
  private readonly expiry: Expiry;

  constructor(private readonly database: Database, options: EngineOptions) {
    const { accountId = '123456789012', region = 'us-east-1', partition = 'aws' } = options;
    const { clock = Date.now, expiryIntervalMillis = 10_000, onNotice = console.warn } = options;
    this.account = { accountId, region, partition };
    this.now = clock;
    this.expiry = new Expiry(database, clock);
    this.expiry.start(expiryIntervalMillis, (error) => onNotice(`items past their time to live could not be deleted: ${(error as Error).message}`));
  }

  async call(action: string, input: unknown, meter?: Meter): Promise<object> {
    const operation = OPERATIONS.get(action);
    if (operation === undefined) throw unknownOperation();
    const consume = (units: number) => { if (meter) meter.capacityUnits += units; };
    try {
      const answer = operation.run(input, { database: this.database, account: this.account, now: this.now, consume });
      await this.database.settled();
      return answer;
    } catch (error) {
      if (error instanceof ServiceError) consume(error.capacityUnits);
      throw error;
    }
  }

  /** Tells each change of the table's items after it has happened. @returns how to stop */
  onChange(tableName: string, listener: ChangeListener): () => void {
    return this.database.changes.subscribe(tableName, listener);
  }

  /** Deletes items past their time to live without waiting for the next time. @returns how many */
  deleteExpired(): number {
    return this.expiry.sweep();
  }

  async close(): Promise<void> {
    this.expiry.stop();
    await this.database.close();
  }
}

/** @throws DataDirectoryError if the data directory is in use or cannot be used */
export async function openEngine(options: EngineOptions = {}): Promise<EmbeddedEngine> {
  const { dataDirectory, fsync, onNotice } = options;
  const database = dataDirectory === undefined ? new Database() : await openDatabase({ dataDirectory, fsync, onNotice });
  return new EmbeddedEngine(database, options);
}
