import { existsSync, readFileSync, realpathSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

/** What `require.extensions` gives a loader, beyond what its type tells. */
type Loadable = NodeJS.Module & { _compile(source: string, path: string): void };

/** How Node.js finds the modules of CommonJS: not public, and what every tool that changes it builds on. */
interface Finder {
  _nodeModulePaths(from: string): string[];
  _resolveFilename(request: string, parent: { readonly path?: string } | undefined, isMain: boolean, options?: { paths: string[] }): string;
}

/** What Lambda's runtime has without the function's code. @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html */
const OF_THE_RUNTIME = /^@(?:aws-sdk|smithy)\//;

/**
 * On Lambda nothing lies above the code. Here the code lies in the app's folder, whose package.json may say `"type": "module"`, and whose modules the
 * function must not find; but for those of the runtime, which are taken from there.
 */
export function keepToTaskRoot(directory: string, project: string): void {
  const root = realpathSync(directory); // modules are known by where they really are
  const isOwn = (path: string) => `${path}${sep}`.startsWith(root + sep);
  loadAsCommonJs(root, isOwn);
  findWithin(isOwn, project);
}

/** A `.js` without a package.json of its own is a CommonJS module. */
function loadAsCommonJs(directory: string, isOwn: (path: string) => boolean): void {
  const { extensions } = createRequire(__filename);
  const load = extensions['.js']!;
  extensions['.js'] = (module, path) => {
    if (isOwn(path) && !hasPackage(dirname(path), directory)) (module as Loadable)._compile(readFileSync(path, 'utf8'), path);
    else load(module, path);
  };
}

function findWithin(isOwn: (path: string) => boolean, project: string): void {
  const finder = Module as unknown as Finder;
  const { _nodeModulePaths: above, _resolveFilename: resolve } = finder;
  finder._nodeModulePaths = (from) => (isOwn(from) ? above(from).filter(isOwn) : above(from));
  finder._resolveFilename = (request, parent, isMain, options) => {
    try {
      return resolve(request, parent, isMain, options);
    } catch (error) {
      if (!OF_THE_RUNTIME.test(request) || !isOwn(parent?.path ?? '')) throw error;
      return ofTheRuntime(request, () => resolve(request, undefined, false, { paths: [project] }));
    }
  };
}

function ofTheRuntime(request: string, resolve: () => string): string {
  try {
    return resolve();
  } catch (error) {
    const [scope, name] = request.split('/');
    throw Object.assign(new Error(
      `Cannot find module '${request}', which Lambda's runtime has: install it beside the app to run the function here (npm install --save-dev ${scope}/${name})`,
    ), { code: (error as NodeJS.ErrnoException).code });
  }
}

/** Whether a package.json lies in the folder or above it, up to the root. */
function hasPackage(folder: string, root: string): boolean {
  return existsSync(join(folder, 'package.json')) || (folder !== root && hasPackage(dirname(folder), root));
}
