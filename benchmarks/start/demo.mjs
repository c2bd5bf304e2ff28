// From `npm run demo` to the first answer, unbuilt and then built: `node benchmarks/start/demo.mjs [--runs 3]`.
// Works on a clone of the last commit in a temporary folder, with this checkout's dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Seconds until the API answers; the demo is ended by Ctrl-C then. */
async function secondsToAnswer(folder) {
  const port = await freePort();
  const begun = performance.now();
  const demo = spawn('npm', ['run', 'demo'], { cwd: folder, env: { ...process.env, PORT: String(port) }, stdio: 'ignore', detached: true });
  const ended = once(demo, 'exit');
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/todos`).catch(() => undefined);
    if (answer?.ok) break;
    if (demo.exitCode !== null) throw new Error(`the demo ended with code ${demo.exitCode}`);
    await sleep(20);
  }
  const seconds = (performance.now() - begun) / 1000;
  process.kill(-demo.pid, 'SIGINT');
  await ended;
  return seconds;
}

const folder = mkdtempSync(join(tmpdir(), 'demo-start-'));
try {
  const clone = spawnSync('git', ['clone', '--quiet', root, folder], { encoding: 'utf8' });
  if (clone.status !== 0) throw new Error(clone.stderr);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  console.log(`npm run demo to the first answer (Node.js ${process.versions.node})`);
  console.log(`  unbuilt  ${(await secondsToAnswer(folder)).toFixed(1)} s`);
  for (let run = 0; run < Number(values.runs); run++) console.log(`  built    ${(await secondsToAnswer(folder)).toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
