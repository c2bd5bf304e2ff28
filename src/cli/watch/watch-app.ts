import { relative } from 'node:path';
import { matchesGlob } from './glob';
import { TreeWatcher } from './watch-tree';
import { readCdkJson } from '../../local';

/** What of an app may change. */
export interface WatchedApp {
  /** Where `cdk.json` is. */
  readonly directory: string;
  /** The assembly's folder, whose changes are the app's own. */
  readonly assembly: string;
}

/** Never the app's source. `cdk watch` leaves the same out. */
const NEVER = ['node_modules', '**/node_modules', '.git', '**/.*', '**/*.tsbuildinfo', 'cdk.context.json'];

/** Calls back for each change of what `watch` in `cdk.json` includes, one at a time; changes meanwhile are one more. */
export async function watchApp({ directory, assembly }: WatchedApp, redeploy: (change: string) => Promise<void>): Promise<TreeWatcher> {
  const { include = '**', exclude = [] } = (await readCdkJson(directory))?.watch ?? {};
  const includes = [include].flat();
  const excludes = [...NEVER, relative(directory, assembly), ...[exclude].flat()].filter((pattern) => pattern !== '');
  const isOut = (path: string) => excludes.some((pattern) => matchesGlob(pattern, path));
  const accepts = (path: string, kind: 'file' | 'folder') => !isOut(path) && (kind === 'folder' || includes.some((pattern) => matchesGlob(pattern, path)));

  let running: Promise<void> = Promise.resolve();
  let waiting: string[] = [];
  const watcher = new TreeWatcher(directory, accepts, (paths) => {
    const first = waiting.length === 0;
    waiting.push(...paths);
    if (!first) return;
    running = running.then(() => {
      const changed = waiting;
      waiting = [];
      return redeploy(describe(changed));
    });
  });
  await watcher.start();
  return watcher;
}

function describe([first, ...others]: string[]): string {
  return others.length === 0 ? first! : `${first} and ${others.length} more`;
}
