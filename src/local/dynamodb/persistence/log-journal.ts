import { join } from 'node:path';
import { encodeFrame } from './frames';
import { LogFile } from './log-file';
import { encodeBatch } from './mutation-codec';
import { Journal, Mutation } from '../storage/database';

export const LOG_FILE = 'dynamodb.log';
const COMPACTED_FILE = 'dynamodb.log.new';

/** A log is rewritten when it is this much larger than twice what it would be afterwards. */
const SLACK_BYTES = 16 * 1024 * 1024;

export interface LogJournalOptions {
  readonly directory: string;
  readonly log: LogFile;
  /** Whether each write waits until it would survive a loss of power. Without, it survives the death of the process. */
  readonly fsync: boolean;
  readonly onNotice: (message: string) => void;
  /** Everything that has been appended, as if it were new. */
  readonly snapshot: () => Iterable<readonly Mutation[]>;
  readonly release: () => void;
}

/** Batches as records of a file: a batch is one record, so it is there as a whole or not at all. */
export class LogJournal implements Journal {
  private log: LogFile;
  private compactAt: number;
  /** Syncs what was appended before it began, for all who wait. */
  private syncing: Promise<void> = Promise.resolve();
  private nextSync?: Promise<void>;

  /** @param liveBytes - about how large the log would be if it were rewritten now */
  constructor(private readonly options: LogJournalOptions, liveBytes: number) {
    this.log = options.log;
    this.compactAt = 2 * liveBytes + SLACK_BYTES;
  }

  append(batch: readonly Mutation[]): void {
    if (this.log.size > this.compactAt) this.compact();
    this.log.append(encodeFrame(encodeBatch(batch)));
  }

  async settled(): Promise<void> {
    if (!this.options.fsync) return;
    this.nextSync ??= this.syncing.then(async () => {
      this.nextSync = undefined;
      await this.log.sync();
    });
    this.syncing = this.nextSync;
    await this.syncing;
  }

  async close(): Promise<void> {
    await this.syncing;
    this.log.close();
    this.options.release();
  }

  /** Writes what there is to a new file, which then takes the log's place. If that fails, the log goes on as it is. */
  private compact(): void {
    const { directory, snapshot, onNotice } = this.options;
    let compacted: LogFile | undefined;
    try {
      compacted = LogFile.create(join(directory, COMPACTED_FILE));
      for (const batch of snapshot()) compacted.append(encodeFrame(encodeBatch(batch)));
      const replaced = this.log;
      this.log = compacted.replace(replaced.path);
      // A sync may be under way on it.
      void this.syncing.then(() => replaced.close(), () => replaced.close());
      this.compactAt = 2 * this.log.size + SLACK_BYTES;
    } catch (error) {
      compacted?.discard();
      this.compactAt *= 2;
      onNotice(`${this.log.path} could not be rewritten to save space (${(error as Error).message}); it goes on growing`);
    }
  }
}
