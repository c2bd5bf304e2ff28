import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataDirectoryError } from './data-directory-error';
import { lockDirectory } from './lock-file';
import { LogFile } from './log-file';
import { COMPACTED_FILE, LOG_FILE, LogJournal } from './log-journal';
import { decodeBatch } from './mutation-codec';
import { Database } from '../storage/database';

export interface PersistenceOptions {
  readonly dataDirectory: string;
  readonly fsync?: boolean;
  readonly onNotice?: (message: string) => void;
}

/**
 * The database of a directory, as its log says.
 * @throws DataDirectoryError if the directory is another engine's, cannot be written to, or holds something else
 */
export async function openDatabase({ dataDirectory: directory, fsync = false, onNotice = console.warn }: PersistenceOptions): Promise<Database> {
  const release = prepare(directory);
  try {
    rmSync(join(directory, COMPACTED_FILE), { force: true });
    const database = new Database();
    let mutations = 0;
    const log = await LogFile.open(join(directory, LOG_FILE), (bytes, start, end) => {
      decodeBatch(bytes, start, end, (mutation) => {
        database.replay(mutation);
        mutations += 1;
      });
    }, onNotice);
    const live = [...database.tables.values()].reduce((total, { items }) => total + items.size, 0);
    const snapshot = () => database.snapshot();
    database.journal = new LogJournal({ directory, log, fsync, onNotice, release, snapshot }, (log.size * live) / Math.max(mutations, 1));
    return database;
  } catch (error) {
    release();
    throw explained(directory, error);
  }
}

function prepare(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true });
    return lockDirectory(directory);
  } catch (error) {
    throw explained(directory, error);
  }
}

function explained(directory: string, error: unknown): Error {
  if (error instanceof DataDirectoryError) return error;
  return new DataDirectoryError(`the data folder ${directory} cannot be used: ${(error as Error).message}; choose a folder that can be written to`);
}
