import {
  closeSync, existsSync, fdatasync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, writeFileSync, writeSync,
} from 'node:fs';
import { FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DataDirectoryError } from './data-directory-error';
import { readFrames, wholeFrameAfter } from './frames';

/** What the file begins with; the number is that of the format. */
const MAGIC = Buffer.from('crud-dynamodb 1\n', 'latin1');

/** While one part is replayed, the next one is read. */
const READ_BYTES = 4 * 1024 * 1024;

/** Told of each record, where its content begins and ends. */
export type ReadRecord = (bytes: Buffer, start: number, end: number) => void;

/** An append-only file of records. */
export class LogFile {
  static create(path: string): LogFile {
    const file = new LogFile(path, openSync(path, 'w'), 0);
    file.append(MAGIC);
    return file;
  }

  /** @throws DataDirectoryError for a file that is none of ours */
  static async open(path: string, read: ReadRecord, onTorn: (message: string) => void): Promise<LogFile> {
    if (!existsSync(path)) return LogFile.create(path);
    const { bytes, length, records } = await replay(path, read);
    if (length === 0) return LogFile.create(path);
    const next = wholeFrameAfter(bytes, length);
    if (next !== undefined) throw damaged(path, length, next, records);
    const file = new LogFile(path, openSync(path, 'r+'), length);
    if (length < bytes.length) onTorn(file.cutTail(bytes.subarray(length), records));
    return file;
  }

  private constructor(readonly path: string, private readonly descriptor: number, private length: number) {}

  get size(): number {
    return this.length;
  }

  /** All of the bytes or, if it throws, none of them. */
  append(bytes: Buffer): void {
    try {
      for (let written = 0; written < bytes.length;) {
        written += writeSync(this.descriptor, bytes, written, bytes.length - written, this.length + written);
      }
    } catch (error) {
      ftruncateSync(this.descriptor, this.length);
      throw error;
    }
    this.length += bytes.length;
  }

  /** Resolves when what has been appended would survive a loss of power. */
  async sync(): Promise<void> {
    await promisify(fdatasync)(this.descriptor);
  }

  /** Takes the place of another file, at once; for good when the folder is synced. */
  replace(path: string): LogFile {
    fsyncSync(this.descriptor);
    renameSync(this.path, path);
    return new LogFile(path, this.descriptor, this.length);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  discard(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  /** Bytes that are no record are kept in a file of their own, since only a person can tell what they were. */
  private cutTail(tail: Buffer, records: number): string {
    const aside = `${this.path}.damaged-${Date.now()}`;
    writeFileSync(aside, tail);
    ftruncateSync(this.descriptor, this.length);
    return `${this.path} ended in ${tail.length} bytes that are no whole record, as after a crash in the middle of a write; `
      + `the ${records} records before them are recovered, the bytes are kept in ${aside}`;
  }
}

/** @returns how far the whole records go; 0 for a file that was never begun */
async function replay(path: string, read: ReadRecord): Promise<{ bytes: Buffer; length: number; records: number }> {
  const handle = await open(path);
  try {
    const bytes = Buffer.allocUnsafeSlow((await handle.stat()).size);
    let [length, records] = [0, 0];
    for await (const available of readAhead(handle, bytes)) {
      if (length === 0) length = checkMagic(path, bytes.subarray(0, available));
      if (length === 0) break;
      for (const { start, end } of readFrames(bytes.subarray(0, available), length)) {
        read(bytes, start, end);
        [length, records] = [end, records + 1];
      }
    }
    return { bytes, length, records };
  } finally {
    await handle.close();
  }
}

/** How much of the bytes is there, part by part. */
async function* readAhead(handle: FileHandle, bytes: Buffer): AsyncIterableIterator<number> {
  const readPart = async (offset: number) => (await handle.read(bytes, offset, Math.min(READ_BYTES, bytes.length - offset), offset)).bytesRead;
  let available = await readPart(0);
  while (available < bytes.length) {
    const next = readPart(available);
    yield available;
    available += await next;
  }
  yield available;
}

function checkMagic(path: string, bytes: Buffer): number {
  if (bytes.length < MAGIC.length && MAGIC.subarray(0, bytes.length).equals(bytes)) return 0;
  if (bytes.subarray(0, MAGIC.length).equals(MAGIC)) return MAGIC.length;
  throw new DataDirectoryError(`${path} is not a data file that this version can read; move it away, or choose another folder`);
}

/**
 * The death of a process leaves no whole record after one that is not; a medium that fails does, and a loss of power may, where writes were not synced.
 * What to give up then is for a person to say.
 */
function damaged(path: string, at: number, next: number, records: number): DataDirectoryError {
  return new DataDirectoryError(
    `${path} is damaged: from byte ${at} on there is no whole record, and at byte ${next} there is one again; restore the file from a copy, `
    + `or give up what was written after the ${records} records before: truncate -s ${at} ${path}`,
  );
}

/** What systems answer that cannot sync a directory, or open one. */
const NO_DIRECTORY_SYNC = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'EBADF', 'ENOTSUP', 'ENOSYS'];

/** So that a rename is on disk, where the system can do that. */
export function syncDirectory(directory: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(directory, 'r');
    fsyncSync(descriptor);
  } catch (error) {
    if (!NO_DIRECTORY_SYNC.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
