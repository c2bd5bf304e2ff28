import { relative, resolve } from 'node:path';
import { matchesGlob } from './glob';
import { TreeWatcher } from './watch-tree';
import { readCdkJson } from '../../local';

/** What is watched. */
export interface WatchedApp {
  /** Where `cdk.json` is. */
  readonly directory: string;
  /** The app, if it was given in place of that of `cdk.json`. */
  readonly app?: string;
  /** The assembly's folder, whose changes are the app's own. */
  readonly assembly: string;
  /** Where the items are kept, whose changes are those of its clients. */
  readonly data?: string;
}

type Accepts = ConstructorParameters<typeof TreeWatcher>[1];

/** Never the app's source. `cdk watch` leaves the same out. */
const NEVER = ['**/node_modules', '**/.*', '**/*.tsbuildinfo', 'cdk.context.json'];

/**
 * Calls back for each change of the app's source, or of the assembly if that was given in place of the app; one call at a time,
 * and what changes meanwhile is one more.
 */
export async function watchApp(watched: WatchedApp, redeploy: (change: string) => Promise<void>): Promise<TreeWatcher> {
  const { directory, app, assembly } = watched;
  const isAssembly = app !== undefined && resolve(directory, app) === assembly;
  const queue = new ChangeQueue(redeploy);
  const [root, accepts] = isAssembly ? [assembly, isTemplate] : [directory, await sourceFilter(watched)];
  const watcher = new TreeWatcher(root, accepts, (paths) => queue.add(paths));
  await watcher.start();
  return watcher;
}

/** Of an assembly, what names the rest: assets are in folders named by their content. */
const isTemplate: Accepts = (path, kind) => kind === 'file' && /^[^/]+\.json$/.test(path);

/** What `watch` in `cdk.json` includes, or all that is not known to be something else. */
async function sourceFilter({ directory, assembly, data }: WatchedApp): Promise<Accepts> {
  const { include = '**', exclude = [] } = (await readCdkJson(directory))?.watch ?? {};
  const includes = [include].flat();
  const written = [assembly, ...(data === undefined ? [] : [data])].map((folder) => relative(directory, resolve(directory, folder)));
  const excludes = [...NEVER, ...written, ...[exclude].flat()];
  const isOut = (path: string) => excludes.some((pattern) => matchesGlob(pattern, path));
  return (path, kind) => !isOut(path) && (kind === 'folder' || includes.some((pattern) => matchesGlob(pattern, path)));
}

class ChangeQueue {
  private running: Promise<void> = Promise.resolve();
  private waiting: string[] = [];

  constructor(private readonly redeploy: (change: string) => Promise<void>) {}

  public add(paths: string[]): void {
    this.waiting.push(...paths);
    if (this.waiting.length > paths.length) return; // they are waited for already
    this.running = this.running.then(() => this.redeploy(describe(this.waiting.splice(0))));
  }
}

function describe([first, ...others]: string[]): string {
  return others.length === 0 ? first! : `${first} and ${others.length} more`;
}
