// From a cloud assembly to the first answer of its API: `node benchmarks/start/measure.mjs [--assembly DIR] [--runs 15]`.
// Each run is a process of its own that loads the bundle, starts the app and asks it once. Build first: `npm run bundle`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({ options: { assembly: { type: 'string' }, runs: { type: 'string', default: '15' }, path: { type: 'string', default: '/todos' } } });

/** What is measured, in milliseconds. */
const RUN = `
  const begun = performance.now();
  const { startLocal } = require(process.argv[1]);
  const loaded = performance.now();
  startLocal({ assembly: process.argv[2], port: 0 }).then(async (cloud) => {
    const started = performance.now();
    const { status } = await fetch(cloud.url + process.argv[3]);
    const answered = performance.now();
    if (status !== 200) throw new Error('the first answer is ' + status);
    await fetch(cloud.url + process.argv[3]);
    const warm = performance.now() - answered;
    await cloud.stop();
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ load: loaded - begun, start: started - loaded, first: answered - started, total: answered - begun, warm, cpu: (user + system) / 1000 }));
  });
`;

const assembly = values.assembly ? resolve(values.assembly) : synthesize();
const samples = [];
for (let run = 0; run < Number(values.runs); run++) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', RUN, join(root, 'assets', 'local', 'index.js'), assembly, values.path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  samples.push(JSON.parse(stdout));
}
if (!values.assembly) rmSync(assembly, { recursive: true, force: true });

const LABELS = {
  load: 'loading the bundle',
  start: 'starting the app',
  first: 'first request, cold',
  total: 'assembly to first answer',
  warm: 'second request, warm',
  cpu: "the server's CPU",
};
console.log(`median of ${samples.length} runs, and the best (Node.js ${process.versions.node})`);
for (const [name, label] of Object.entries(LABELS)) {
  const sorted = samples.map((sample) => sample[name]).sort((a, b) => a - b);
  console.log(`  ${label.padEnd(26)} ${sorted[Math.floor(sorted.length / 2)].toFixed(0).padStart(5)} ms  ${sorted[0].toFixed(0).padStart(5)} ms`);
}

/** The todos example, as its own command synthesizes it. */
function synthesize() {
  const output = mkdtempSync(join(tmpdir(), 'start-'));
  const app = spawnSync('node --import tsx app.ts', {
    cwd: join(root, 'examples', 'todos'), shell: true, encoding: 'utf8', env: { ...process.env, CDK_OUTDIR: output, CDK_VALIDATION: 'false' },
  });
  if (app.status !== 0) throw new Error(app.stderr);
  return output;
}
