// What the linters of published packages say.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { run } from './pack.mjs';

/** publint, its suggestions included. */
export async function runPublint(tarball) {
  const { buffer } = readFileSync(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** Whether every way of importing finds code and types that agree. `.jsii` is data for tools, not a module. */
export async function runAreTheTypesWrong(tarball) {
  const manifest = createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json');
  const args = [tarball, '--format', 'ascii', '--no-definitely-typed', '--no-color', '--no-emoji', '--exclude-entrypoints', './.jsii'];
  return run(process.execPath, [join(dirname(manifest), 'dist', 'index.js'), ...args]).then(() => [], (error) => [error.message]);
}
