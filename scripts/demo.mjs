// Builds what is missing or stale, then runs the todos example on the local cloud: `npm run demo`, `PORT=4000 npm run demo`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundle, isBundled } from './bundle.mjs';
import { compile, isCompiled, root } from './library.mjs';

async function step(name, work) {
  const start = performance.now();
  process.stdout.write(`  ${name} …`);
  try {
    await work();
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
  process.stdout.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

if (!isBundled()) await step('bundling functions and local cloud', bundle);
if (!isCompiled()) await step('compiling the construct library', compile);

process.chdir(join(root, 'examples', 'todos'));
process.argv = [process.execPath, join(root, 'assets', 'cli', 'index.js'), 'dev', ...process.argv.slice(2)];
createRequire(import.meta.url)('../assets/cli/index.js');
