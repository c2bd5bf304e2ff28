import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The page's files and their types; nothing else of the folder is served. */
const FILES: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'main.js': 'text/javascript; charset=utf-8',
};

export interface ConsoleFile {
  readonly type: string;
  readonly body: Buffer;
}

/** Beside the bundle, or at the top of the repository. */
const FOLDER = [join(__dirname, '..', 'console'), join(__dirname, '..', '..', '..', 'console')].find((folder) => existsSync(join(folder, 'index.html')));

export async function consoleFile(name: string): Promise<ConsoleFile | undefined> {
  const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (type === undefined || FOLDER === undefined) return undefined;
  return { type, body: await readFile(join(FOLDER, name)) };
}
