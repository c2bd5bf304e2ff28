import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DataDirectoryError } from './data-directory-error';

const LOCK_FILE = 'dynamodb.lock';

/** Who holds a lock. Process ids come back, so the time of start belongs to it. */
interface Holder {
  readonly pid: number;
  /** The start as the system knows it, where it says so. */
  readonly startTicks?: string;
  /** The start as the process itself knows it. */
  readonly timeOrigin: number;
}

/** Another engine may be taking the same stale lock away; it does not take longer than this. */
const ATTEMPTS = 5;

/**
 * Makes a directory this engine's own, until the lock is released or the process is gone.
 * @returns how to release it
 * @throws DataDirectoryError if another engine has it
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, LOCK_FILE);
  const self: Holder = { pid: process.pid, startTicks: startTicksOf(process.pid), timeOrigin: performance.timeOrigin };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(path, self)) return () => { rmSync(path, { force: true }); };
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder, self)) {
      throw new DataDirectoryError(`the data folder ${directory} is in use by process ${holder.pid}; stop that process, or choose another folder`);
    }
    discard(path, holder);
  }
  throw new DataDirectoryError(`the data folder ${directory} has a lock that cannot be taken; if no process uses it, remove ${path}`);
}

/** By a link, so that the lock is never there without its content. */
function create(path: string, self: Holder): boolean {
  const own = `${path}.${self.pid}`;
  writeFileSync(own, JSON.stringify(self));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Nobody, if the lock is just gone, or is none. */
function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder, self: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (holder.startTicks !== undefined) return holder.startTicks === startTicksOf(holder.pid);
  return holder.pid !== self.pid || holder.timeOrigin === self.timeOrigin;
}

/** Fields between the name of a process, which may itself hold spaces, and its start. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const FIELDS_BEFORE_START = 19;

function startTicksOf(pid: number): string | undefined {
  try {
    const statistics = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return statistics.slice(statistics.lastIndexOf(')') + 2).split(' ')[FIELDS_BEFORE_START];
  } catch {
    return undefined;
  }
}

/** Takes the lock of a dead process away, but not one that another engine has put in its place meanwhile. */
function discard(path: string, expected: Holder | undefined): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (JSON.stringify(readHolder(aside)) === JSON.stringify(expected)) rmSync(aside);
  else renameSync(aside, path);
}
