import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When the newest file below a path was written, in epoch milliseconds. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a build result is newer than everything that it is made from. */
export function isFresh(result, sources) {
  return existsSync(result) && statSync(result).mtimeMs >= Math.max(...sources.filter(existsSync).map(newest));
}
