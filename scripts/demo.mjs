// Builds what is missing or stale, then runs the todos example on the local cloud: `npm run demo`, `PORT=4000 npm run demo`.
import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, isBundled } from './bundle.mjs';
import { isFresh } from './freshness.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

async function step(name, work) {
  const start = performance.now();
  process.stdout.write(`  ${name} …`);
  await work();
  process.stdout.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

/** The construct library as it is published: compiled by jsii. */
function compile() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve('jsii/bin/jsii'), '--silence-warnings=reserved-word'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] },
  });
  if (status !== 0) {
    process.stderr.write(`\n${stdout}${stderr}\nthe library does not compile; the errors are above\n`);
    process.exit(1);
  }
  // an unchanged file keeps its time, so that the next start would compile again
  utimesSync(compiled, new Date(), new Date());
}

const compiled = join(root, '.jsii');
// bundled parts are not compiled by jsii
const BUNDLED = ['runtime', 'validator', 'local', 'cli'];
const constructs = readdirSync(join(root, 'src')).filter((name) => !BUNDLED.includes(name)).map((name) => join(root, 'src', name));

if (!isBundled()) await step('bundling functions and local cloud', bundle);
if (!isFresh(compiled, [...constructs, join(root, 'package.json')]) || !isFresh(join(root, 'lib', 'index.js'), [])) await step('compiling the construct library', compile);

process.chdir(join(root, 'examples', 'todos'));
process.argv = [process.execPath, join(root, 'assets', 'cli', 'index.js'), 'dev', ...process.argv.slice(2)];
require('../assets/cli/index.js');
