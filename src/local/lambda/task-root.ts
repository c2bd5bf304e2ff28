import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

/** What `require.extensions` gives a loader, beyond what its type tells. */
type Loadable = NodeJS.Module & { _compile(source: string, path: string): void };

/**
 * On Lambda nothing lies above the code, so a `.js` without a package.json of its own is a CommonJS module. Here the code lies in the app's folder, whose
 * package.json may say `"type": "module"`.
 */
export function keepToTaskRoot(directory: string): void {
  const { extensions } = createRequire(__filename);
  const load = extensions['.js']!;
  extensions['.js'] = (module, path) => {
    if (path.startsWith(directory + sep) && !hasPackage(dirname(path), directory)) (module as Loadable)._compile(readFileSync(path, 'utf8'), path);
    else load(module, path);
  };
}

/** Whether a package.json lies in the folder or above it, up to the root. */
function hasPackage(folder: string, root: string): boolean {
  return existsSync(join(folder, 'package.json')) || (folder !== root && hasPackage(dirname(folder), root));
}
