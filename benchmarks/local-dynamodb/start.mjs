// What stored items cost: a start, the first query of an index, the rewriting of the log: `node benchmarks/local-dynamodb/start.mjs [--runs 15] [--items 100000]`.
// Each run is a process of its own that opens a folder; those with and without items take turns, and medians are compared.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { OPERATIONS, TABLE } from './workload.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, items: { type: 'string', default: '100000' } } });

const RUN = `
  const { openEngine } = require(process.argv[1]);
  const begun = performance.now();
  openEngine({ dataDirectory: process.argv[2] }).then(async (engine) => {
    const [get, query] = JSON.parse(process.argv[3]);
    await engine.call('DescribeTable', { TableName: get.TableName });
    await engine.call('GetItem', get);
    const start = performance.now() - begun;
    const cpu = async (call) => {
      const before = process.cpuUsage();
      await call();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const index = await cpu(() => engine.call('Query', query));
    const again = await cpu(() => engine.call('Query', query));
    console.log(JSON.stringify({ start, index, again }));
    await engine.close();
  });
`;

const temporary = mkdtempSync(join(tmpdir(), 'local-dynamodb-start-'));
const bundle = join(temporary, 'engine.cjs');
const folderOf = (items) => join(temporary, `items-${items}`);

async function fill(items) {
  const { openEngine } = createRequire(import.meta.url)(bundle);
  const engine = await openEngine({ dataDirectory: folderOf(items) });
  await engine.call('CreateTable', TABLE);
  for (let number = 0; number < items; number++) await engine.call(...OPERATIONS.create(number));
  await engine.close();
}

/** Milliseconds: to the first answer, and of CPU for the first and the second query of the index. */
function measure(items) {
  const outcome = spawnSync(process.execPath, ['-e', RUN, bundle, folderOf(items), JSON.stringify([OPERATIONS.get(0)[1], OPERATIONS['list by index'](0)[1]])], { encoding: 'utf8' });
  if (outcome.status !== 0) throw new Error(outcome.stderr);
  return JSON.parse(outcome.stdout);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  await build({
    entryPoints: [join(root, 'src', 'local', 'dynamodb', 'index.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true,
    alias: { level: 'memory-level' }, logLevel: 'error',
  });
  const items = Number(values.items);
  await fill(0);
  await fill(items);
  const runs = { empty: [], full: [] };
  for (let number = 0; number < Number(values.runs); number++) {
    runs.empty.push(measure(0));
    runs.full.push(measure(items));
  }
  const megabytes = statSync(join(folderOf(items), 'dynamodb.log')).size / 1e6;
  console.log(`${values.runs} runs, medians (Node.js ${process.versions.node})`);
  const of = (name, samples) => {
    const numbers = samples.map((sample) => sample[name]);
    return `${median(numbers).toFixed(0)} ms (best ${Math.min(...numbers).toFixed(0)} ms)`;
  };
  console.log(`  start, empty folder                        ${of('start', runs.empty)}`);
  console.log(`  start, ${items} items, ${megabytes.toFixed(0)} MB of log           ${of('start', runs.full)}`);
  console.log(`  first query of an index, ${items} items    ${of('index', runs.full)} of CPU`);
  console.log(`  second query of the index                  ${of('again', runs.full)} of CPU`);
} finally {
  rmSync(temporary, { recursive: true });
}
