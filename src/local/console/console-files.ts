import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface ConsoleFile {
  readonly type: string;
  readonly body: Buffer;
}

/** Beside the bundles, in the package, or beside the sources. */
const PLACES = ['..', '../../..'].map((up) => join(__dirname, up, 'console'));

/** The files of the console's page. A name is looked up among those that are there, so that it leads to no other file. */
export class ConsoleFiles {
  private files?: Promise<ReadonlyMap<string, string>>;

  public async read(name: string): Promise<ConsoleFile | undefined> {
    this.files ??= listFiles();
    const path = (await this.files).get(name);
    const type = TYPES[extname(name)];
    return path === undefined || type === undefined ? undefined : { type, body: await readFile(path) };
  }
}

async function listFiles(): Promise<ReadonlyMap<string, string>> {
  const folder = PLACES.find((place) => existsSync(join(place, 'index.html')));
  if (folder === undefined) return new Map();
  const names = await readdir(folder, { recursive: true });
  return new Map(names.map((name) => [name.split(sep).join('/'), join(folder, name)]));
}
