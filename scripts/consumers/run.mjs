// Installs the packed package into fresh CDK apps and uses it there: `node scripts/consumers/run.mjs`; prints a table, fails if a step does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSUMERS } from './consumers.mjs';
import { nodeSteps } from './node-consumer.mjs';
import { hasPython, pythonSteps } from './python-consumer.mjs';
import { bundle, isBundled } from '../bundle.mjs';
import { compile, isCompiled } from '../library.mjs';
import { pack } from '../package/pack.mjs';

const COLUMNS = ['install', 'types', 'synth', 'dev', 'embedded'];

/** Runs the steps until one fails; a row of the table. */
async function consume(name, steps) {
  const begun = performance.now();
  const row = { consumer: name, ...Object.fromEntries(COLUMNS.map((column) => [column, ''])) };
  for (const column of COLUMNS) {
    try {
      row[column] = await steps[column]();
    } catch (error) {
      row[column] = 'FAILED';
      console.error(`${name}, ${column}: ${error.message}`);
      break;
    }
  }
  return { ...row, seconds: ((performance.now() - begun) / 1000).toFixed(1) };
}

async function inOrder(tasks) {
  const results = [];
  for (const task of tasks) results.push(await task());
  return results;
}

const folder = mkdtempSync(join(tmpdir(), 'consumers-'));
try {
  if (!isBundled()) await bundle();
  if (!isCompiled()) compile();
  const { tarball } = await pack(folder);
  const [first, ...others] = CONSUMERS.map((consumer) => () => consume(consumer.name, nodeSteps(consumer, join(folder, consumer.app), tarball)));
  const python = () => consume('Python, jsii kernel', pythonSteps(join(folder, 'python'), tarball, join(folder, CONSUMERS[0].app)));
  // two at a time: installing waits for disks, compiling for a processor
  const lanes = await Promise.all([inOrder(hasPython() ? [first, python] : [first]), inOrder(others)]);
  const rows = lanes.flat();
  console.table(rows);
  if (!hasPython()) console.log('Python, jsii kernel: not run, since there is no python3');
  process.exitCode = rows.some((row) => Object.values(row).includes('FAILED')) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
