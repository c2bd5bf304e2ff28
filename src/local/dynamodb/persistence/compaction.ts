import { encodeFrame } from './frames';
import { LogFile } from './log-file';
import { encodeBatch } from './mutation-codec';
import { Mutation } from '../storage/database';

/**
 * The rewriting of a log, a part at a time: each write copies one, so none waits for all. What is copied is as it is at that moment; what is
 * written meanwhile is appended at the end, so that the last record of each item is its latest.
 */
export class Compaction {
  private readonly file: LogFile;
  private readonly parts: Iterator<readonly Mutation[]>;
  private readonly later: Buffer[] = [];

  constructor(path: string, snapshot: Iterable<readonly Mutation[]>) {
    this.file = LogFile.create(path);
    this.parts = snapshot[Symbol.iterator]();
  }

  /** Copies one part. @returns whether it was the last one */
  advance(): boolean {
    const { done = false, value } = this.parts.next();
    if (!done) this.file.append(encodeFrame(encodeBatch(value)));
    return done;
  }

  /** A record that was appended to the log meanwhile. */
  follow(frame: Buffer): void {
    this.later.push(frame);
  }

  /** Takes the log's place. */
  finish(path: string): LogFile {
    this.file.append(Buffer.concat(this.later));
    return this.file.replace(path);
  }

  discard(): void {
    this.file.discard();
  }
}
