import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepToTaskRoot } from './task-root';

/** An asynchronous handler, the only kind that the runtime still knows. */
export type Handler = (event: unknown, context: unknown) => unknown;

/** The runtime's own error types, which a function's logs and alarms know. */
export class LoadError extends Error {
  constructor(type: string, message: string) {
    super(message);
    this.name = type;
  }
}

/** Finds `folder/file.export` in the deployed directory and returns the exported function. What the runtime brings is taken from the project. */
export async function loadHandler(directory: string, handler: string, runtimeMajor: number, project: string): Promise<Handler> {
  const match = /^((?:.*\/)?[^./]+)\.(.+)$/.exec(handler);
  if (!match) throw new LoadError('Runtime.MalformedHandlerName', `handler '${handler}' is not of the form file.export`);
  const [, file, exported] = match;
  keepToTaskRoot(directory, project);
  const found = await loadModule(join(directory, file!), handler);
  const value = exported!.split('.').reduce<unknown>((object, name) => (object as Record<string, unknown> | undefined)?.[name], found);
  if (typeof value !== 'function') throw new LoadError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  return withoutCallback(value as Handler, runtimeMajor);
}

async function loadModule(path: string, handler: string): Promise<unknown> {
  const extension = ['.js', '.mjs', '.cjs'].find((candidate) => existsSync(path + candidate));
  if (!extension) throw new LoadError('Runtime.ImportModuleError', `cannot find module of handler '${handler}' in the function's code`);
  if (extension === '.mjs') return import(pathToFileURL(path + extension).href);
  try {
    return createRequire(path)(path + extension);
  } catch (error) {
    // a package.json with "type": "module" makes .js an ES module; top-level await in one cannot be required
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_REQUIRE_ESM' || code === 'ERR_REQUIRE_ASYNC_MODULE') return import(pathToFileURL(path + extension).href);
    throw error;
  }
}

/**
 * Node.js 24 on Lambda has no callbacks: a handler that declares the third parameter fails when it is loaded.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
function withoutCallback(handler: Handler, runtimeMajor: number): Handler {
  if (handler.length < 3) return handler;
  if (runtimeMajor >= 24) {
    throw new LoadError('Runtime.CallbackHandlerDeprecated', `a handler with a callback is no longer supported in nodejs${runtimeMajor}.x; make it async`);
  }
  return (event, context) => new Promise((resolve, reject) => {
    const callback = (error: unknown, result: unknown) => (error ? reject(error) : resolve(result));
    const returned = (handler as (...all: unknown[]) => unknown)(event, context, callback);
    if (returned instanceof Promise) returned.then(resolve, reject);
  });
}
