import { FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes within so many milliseconds are one: an editor writes a file in several steps. */
const SETTLE_MILLIS = 60;

/**
 * Watches the files of a folder that are accepted. Node's own recursive watching would also go through all of node_modules.
 */
export class TreeWatcher {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Set<string>();
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
    this.changed.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const paths = [...this.changed];
      this.changed.clear();
      this.onChange(paths);
    }, SETTLE_MILLIS);
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
