// Writes the OpenAPI document of the todos example with the command as it ships, and holds it to Redocly's recommended rules:
// `node scripts/lint-openapi.mjs`. A warning fails too.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle, isBundled } from './bundle.mjs';
import { compile, isCompiled, root } from './library.mjs';

const LINTER = '@redocly/openapi-core';

async function linter() {
  try {
    return await import(LINTER);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`${LINTER} is not installed; npm install --no-save ${LINTER}@2.64.0`);
  }
}

async function exampleDocument() {
  if (!isBundled()) await bundle();
  if (!isCompiled()) compile();
  const command = [join(root, 'assets', 'cli', 'index.js'), 'openapi', '--title', 'Todos'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: join(root, 'examples', 'todos'), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** One line a mistake. */
async function mistakes() {
  const { createConfig, lintFromString } = await linter();
  const source = await exampleDocument();
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config: await createConfig({ extends: ['recommended'] }) });
  return problems.map(({ severity, ruleId, message, location: [place] }) => `${severity} ${ruleId} at ${place?.pointer ?? '#/'}: ${message}`);
}

try {
  const found = await mistakes();
  for (const mistake of found) console.error(mistake);
  if (found.length === 0) console.log('the OpenAPI document of the example keeps all recommended rules');
  process.exitCode = found.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
