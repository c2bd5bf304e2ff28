// The embedded DynamoDB against dynalite alone, on the same calls: `node benchmarks/local-dynamodb/compare.mjs [--runs 15] [--items 3000]`.
// Each run is a process of its own, the two take turns, and medians are compared: processor time a call, memory for the items.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, '..', '..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, items: { type: 'string', default: '3000' } } });

const ACTIONS = ['CreateTable', 'PutItem', 'GetItem', 'UpdateItem', 'DeleteItem', 'Query'];
const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);

/** What is bundled of each engine. */
const SOURCES = {
  ours: "export { openEngine } from './src/local/dynamodb';",
  dynalite: `
    exports.store = require('dynalite/db');
    exports.validations = require('dynalite/validations');
    exports.actions = {
      ${ACTIONS.map((action) => `${action}: { run: require('dynalite/actions/${lowerFirst(action)}'), shape: require('dynalite/validations/${lowerFirst(action)}') }`)}
    };`,
};

const temporary = mkdtempSync(join(tmpdir(), 'local-dynamodb-'));
const bundleOf = (name) => join(temporary, `${name}.cjs`);

function run(name) {
  const outcome = spawnSync(process.execPath, ['--expose-gc', join(folder, 'engines.mjs'), name, bundleOf(name), values.items], { encoding: 'utf8' });
  if (outcome.status !== 0) throw new Error(outcome.stderr);
  return JSON.parse(outcome.stdout);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  for (const [name, contents] of Object.entries(SOURCES)) {
    await build({
      stdin: { contents, resolveDir: root, loader: name === 'ours' ? 'ts' : 'js' }, outfile: bundleOf(name), bundle: true, platform: 'node', format: 'cjs',
      target: 'node20', minify: true, alias: { level: 'memory-level' }, logLevel: 'error',
    });
  }
  const runs = { ours: [], dynalite: [] };
  for (let number = 0; number < Number(values.runs); number++) for (const name of Object.keys(runs)) runs[name].push(run(name));
  console.log(`${values.runs} runs of ${values.items} items, medians (Node.js ${process.versions.node})`);
  console.log('| | ours | dynalite | ratio |\n|---|---|---|---|');
  for (const measure of Object.keys(runs.ours[0])) {
    const [ours, theirs] = [runs.ours, runs.dynalite].map((results) => median(results.map((result) => result[measure])));
    const unit = measure === 'memory' ? 'MB' : 'us';
    console.log(`| ${measure} | ${ours.toFixed(1)} ${unit} | ${theirs.toFixed(1)} ${unit} | ${(ours / theirs).toFixed(2)} |`);
  }
} finally {
  rmSync(temporary, { recursive: true });
}
