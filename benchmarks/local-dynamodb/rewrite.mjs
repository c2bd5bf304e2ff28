// How long requests wait while the log is rewritten: `node benchmarks/local-dynamodb/rewrite.mjs [--items 100000]`.
// Items are updated until the log has been rewritten; what is printed are the slowest of the updates, and what one takes as a rule.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { item, OPERATIONS, TABLE, TABLE_NAME } from './workload.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({ options: { items: { type: 'string', default: '100000' } } });
const items = Number(values.items);
const temporary = mkdtempSync(join(tmpdir(), 'local-dynamodb-rewrite-'));
const bundle = join(temporary, 'engine.cjs');
const dataDirectory = join(temporary, 'data');
const logBytes = () => statSync(join(dataDirectory, 'dynamodb.log')).size;

try {
  await build({
    entryPoints: [join(root, 'src', 'local', 'dynamodb', 'index.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true,
    alias: { level: 'memory-level' }, logLevel: 'error',
  });
  const { openEngine } = createRequire(import.meta.url)(bundle);
  const filling = await openEngine({ dataDirectory });
  await filling.call('CreateTable', TABLE);
  for (let number = 0; number < items; number++) await filling.call(...OPERATIONS.create(number));
  await filling.close();

  const engine = await openEngine({ dataDirectory });
  await engine.call(...OPERATIONS['list by index'](0));
  await engine.call(...OPERATIONS.list(0));
  const millis = [];
  let [before, rewritten, largest] = [0, false, 0];
  for (let number = 0; !rewritten; number++) {
    const begun = performance.now();
    await engine.call('PutItem', { TableName: TABLE_NAME, Item: item(number % items) });
    millis.push(performance.now() - begun);
    const after = logBytes();
    rewritten = after < before;
    largest = Math.max(largest, after);
    before = after;
  }
  const sorted = millis.sort((a, b) => a - b);
  const slowest = sorted.slice(-3).reverse().map((each) => each.toFixed(0));
  console.log(`${items} items, the log rewritten from ${(largest / 1e6).toFixed(0)} to ${(before / 1e6).toFixed(0)} MB after ${millis.length} writes (Node.js ${process.versions.node})`);
  console.log(`  a write, median   ${sorted[Math.floor(sorted.length / 2)].toFixed(2)} ms`);
  console.log(`  the slowest three ${slowest.join(', ')} ms`);
  await engine.close();
} finally {
  rmSync(temporary, { recursive: true });
}
