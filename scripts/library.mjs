// The construct library as it is published: compiled by jsii into lib/ and .jsii.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './freshness.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const assembly = join(root, '.jsii');
// bundled parts are not compiled by jsii
const BUNDLED = ['runtime', 'validator', 'local', 'cli'];

export function isCompiled() {
  const sources = readdirSync(join(root, 'src')).filter((name) => !BUNDLED.includes(name)).map((name) => join(root, 'src', name));
  return isFresh(assembly, [...sources, join(root, 'package.json')]) && isFresh(join(root, 'lib', 'index.js'), []);
}

export function compile() {
  // what a source left behind when it was deleted would be published
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [createRequire(import.meta.url).resolve('jsii/bin/jsii'), '--silence-warnings=reserved-word'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] } },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}\nthe library does not compile; the errors are above`);
  // an unchanged file keeps its time, so that the next start would compile again
  utimesSync(assembly, new Date(), new Date());
}
