import { join } from 'node:path';
import { Compaction } from './compaction';
import { encodeFrame } from './frames';
import { LogFile, syncDirectory } from './log-file';
import { encodeBatch } from './mutation-codec';
import { Journal, Mutation } from '../storage/database';

export const LOG_FILE = 'dynamodb.log';
/** What a rewriting has written so far; of no use without the process that does it. */
export const COMPACTED_FILE = 'dynamodb.log.new';

/** A log is rewritten when it is this much larger than twice what it would be afterwards. */
const SLACK_BYTES = 16 * 1024 * 1024;

export interface LogJournalOptions {
  readonly directory: string;
  readonly log: LogFile;
  /** Whether each write waits until it would survive a loss of power. Without, it survives the death of the process. */
  readonly fsync: boolean;
  readonly onNotice: (message: string) => void;
  /** What there is, in parts of a bounded size; each is read when it is asked for. */
  readonly snapshot: () => Iterable<readonly Mutation[]>;
  readonly release: () => void;
}

/** Batches as records of a file: a batch is one record, so it is there as a whole or not at all. */
export class LogJournal implements Journal {
  private log: LogFile;
  private compactAt: number;
  private compaction?: Compaction;
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
    const frame = encodeFrame(encodeBatch(batch));
    this.log.append(frame);
    this.compaction?.follow(frame);
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
    this.compaction?.discard();
    this.log.close();
    this.options.release();
  }

  /** Goes on with the writing of a new file, which in the end takes the log's place. If that fails, the log goes on as it is. */
  private compact(): void {
    const { directory, snapshot, onNotice } = this.options;
    try {
      this.compaction ??= new Compaction(join(directory, COMPACTED_FILE), snapshot());
      if (!this.compaction.advance()) return;
      this.replaceLog(this.compaction);
    } catch (error) {
      this.compaction?.discard();
      this.compactAt *= 2;
      onNotice(`${this.log.path} could not be rewritten to save space (${(error as Error).message}); it goes on growing`);
    }
    this.compaction = undefined;
  }

  /** From the moment of the rename on, the new file is the log: nothing that fails afterwards may lead back to the old one. */
  private replaceLog(compaction: Compaction): void {
    const replaced = this.log;
    this.log = compaction.finish(replaced.path);
    // A sync may be under way on it.
    void this.syncing.then(() => replaced.close(), () => replaced.close());
    this.compactAt = 2 * this.log.size + SLACK_BYTES;
    const { directory, onNotice } = this.options;
    try {
      syncDirectory(directory);
    } catch (error) {
      onNotice(`${directory} could not be synced (${(error as Error).message}): after a loss of power, ${this.log.path} may be as it was before it was rewritten`);
    }
  }
}
