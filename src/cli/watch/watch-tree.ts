import { createHash } from 'node:crypto';
import { FSWatcher, watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes within so many milliseconds are one: an editor writes a file in several steps. */
const SETTLE_MILLIS = 60;

/**
 * Watches the files of a folder that are accepted. Node's own recursive watching would also go through all of node_modules.
 */
export class TreeWatcher {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly touched = new Set<string>();
  /** Of the contents last seen. */
  private readonly hashes = new Map<string, string>();
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
  public async start(folder = ''): Promise<void> {
    if (this.closed || this.watchers.has(folder)) return;
    const absolute = join(this.root, folder);
    const watcher = watch(absolute, (_event, name) => this.told(folder, name));
    watcher.on('error', () => this.forget(folder)); // it was removed
    this.watchers.set(folder, watcher);
    const entries = await readdir(absolute, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => inFolder(folder, name));
    await Promise.all(folders.filter((each) => this.accepts(each, 'folder')).map((each) => this.start(each)));
  }

  public close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
  }

  private told(folder: string, name: string | null): void {
    if (name === null) return;
    const path = inFolder(folder, name);
    if (this.accepts(path, 'folder')) void this.start(path).catch(() => undefined); // a new folder; of a file it fails
    if (!this.accepts(path, 'file')) return;
    this.touched.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.settle(), SETTLE_MILLIS);
  }

  /** A file that is written with what it held before, as an app may do whenever it is synthesized, has not changed. */
  private async settle(): Promise<void> {
    const paths = [...this.touched];
    this.touched.clear();
    const contents = await Promise.all(paths.map(async (path) => [path, await contentHash(join(this.root, path))] as const));
    const changed = contents.filter(([path, hash]) => this.hashes.get(path) !== hash);
    for (const [path, hash] of changed) this.hashes.set(path, hash);
    if (changed.length > 0 && !this.closed) this.onChange(changed.map(([path]) => path));
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }
}

async function contentHash(path: string): Promise<string> {
  const content = await readFile(path).catch(() => undefined); // it was removed
  return content ? createHash('sha1').update(content).digest('base64') : 'absent';
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
