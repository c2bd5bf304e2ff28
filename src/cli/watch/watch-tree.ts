import { createHash } from 'node:crypto';
import { FSWatcher, watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes within so many milliseconds are one: an editor writes a file in several steps. */
const SETTLE_MILLIS = 60;

/** Watches the files of a folder that are accepted. Node's own recursive watching would also go through all of node_modules. */
export class TreeWatcher {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly touched = new Set<string>();
  /** Files that are there, with the hash of the content last seen, if it was read. */
  private readonly files = new Map<string, string | undefined>();
  private timer?: NodeJS.Timeout;
  private closed = false;

  /**
   * @param accepts takes a path relative to the root; of a folder, whether any file below may be accepted
   * @param onChange gets the paths that changed, relative to the root
   */
  constructor(
    private readonly root: string,
    private readonly accepts: (path: string, kind: 'file' | 'folder') => boolean,
    private readonly onChange: (paths: string[]) => void,
  ) {}

  /** Resolves when every folder is watched. */
  public async start(): Promise<void> {
    await this.watchFolder('');
  }

  public close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
  }

  /** @returns the files in it */
  private async watchFolder(folder: string): Promise<string[]> {
    if (this.closed || this.watchers.has(folder)) return [];
    const absolute = join(this.root, folder);
    const watcher = watch(absolute, (event, name) => void this.told(event, folder, name));
    watcher.on('error', () => this.forget(folder)); // it was removed
    this.watchers.set(folder, watcher);
    const entries = await readdir(absolute, { withFileTypes: true });
    const [folders, files] = [true, false].map((isFolder) => (
      entries.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => inFolder(folder, name))
    )) as [string[], string[]];
    for (const file of files) if (!this.files.has(file)) this.files.set(file, undefined);
    const below = await Promise.all(folders.filter((each) => this.accepts(each, 'folder')).map((each) => this.watchFolder(each)));
    return [...files, ...below.flat()];
  }

  private async told(event: 'rename' | 'change', folder: string, name: string | null): Promise<void> {
    if (name === null || this.closed) return;
    const path = inFolder(folder, name);
    if (event === 'rename') this.forget(path); // a folder of this name may be another one now
    const isFolder = await stat(join(this.root, path)).then((details) => details.isDirectory(), () => false);
    if (!isFolder) this.touch(path);
    // what a new folder holds may have been there before it was watched
    else if (this.accepts(path, 'folder')) for (const file of await this.watchFolder(path).catch(() => [])) this.touch(file);
  }

  private touch(path: string): void {
    if (!this.accepts(path, 'file') || this.closed) return;
    this.touched.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.settle(), SETTLE_MILLIS);
  }

  /** A file that is written with what it held before, as an app may do whenever it is synthesized, has not changed. */
  private async settle(): Promise<void> {
    const paths = [...this.touched];
    this.touched.clear();
    const contents = await Promise.all(paths.map(async (path) => [path, await contentHash(join(this.root, path))] as const));
    const changed = contents.filter(([path, hash]) => (hash === undefined ? this.files.has(path) : this.files.get(path) !== hash));
    for (const [path, hash] of changed) {
      if (hash === undefined) this.files.delete(path);
      else this.files.set(path, hash);
    }
    if (changed.length > 0 && !this.closed) this.onChange(changed.map(([path]) => path));
  }

  private forget(folder: string): void {
    for (const [path, watcher] of this.watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.watchers.delete(path);
    }
  }
}

/** Undefined if there is no such file. */
async function contentHash(path: string): Promise<string | undefined> {
  const content = await readFile(path).catch(() => undefined);
  return content && createHash('sha1').update(content).digest('base64');
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
