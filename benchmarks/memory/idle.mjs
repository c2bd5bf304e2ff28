// The memory of an idle `dev` of the todos example: `node benchmarks/memory/idle.mjs [--idle 10]`. Build first: `npm run bundle`.
// Pages of Node.js itself are shared by all its processes and counted once: as PSS would on a machine that runs no other Node.js, which here may not be so.
// Where there is no /proc, it is the resident size that ps tells, which counts them for each process.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({ options: { idle: { type: 'string', default: '10' } } });

/** Process ids of a process and all that it has started, itself first. */
function treeOf(pid) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent) => pairs.filter(([, above]) => above === parent).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

/** In MB: what is the process's own, and what it maps of files (Node.js itself), which its tree shares. */
function memoryOf(pid) {
  const path = `/proc/${pid}/smaps_rollup`;
  if (!existsSync(path)) return { own: Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024, files: 0, pss: 0 };
  const text = readFileSync(path, 'utf8');
  const member = (name) => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)[1]) / 1024;
  return { own: member('Anonymous') + member('Swap'), files: member('Rss') - member('Anonymous'), pss: member('Pss') + member('SwapPss') };
}

const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);
const rounded = (number) => number.toFixed(0);

function report(what, server) {
  const processes = treeOf(server).map(memoryOf);
  const [own, ...others] = processes.map((each) => each.own);
  const files = Math.max(...processes.map((each) => each.files));
  const sum = own + total(others) + files;
  const children = others.length > 0 ? `, ${others.length} other processes ${others.map(rounded).join(' + ')}` : '';
  console.log(`  ${what.padEnd(28)} ${rounded(sum).padStart(4)} MB: server ${rounded(own)}${children}, Node.js itself ${rounded(files)} (PSS ${rounded(total(processes.map(({ pss }) => pss)))})`);
}

const headers = { 'content-type': 'application/json' };
const todo = (title) => JSON.stringify({ title });

/** One request to each function: create, list, get, replace, update, delete. */
async function useEachFunction(url) {
  const ask = async (method, path, body, type) => {
    const answer = await fetch(url + path, { method, body, headers: type ? { 'content-type': type } : headers });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer;
  };
  const { id } = await (await ask('POST', '/todos', todo('first'))).json();
  await ask('GET', '/todos');
  await ask('GET', `/todos/${id}`);
  await ask('PUT', `/todos/${id}`, todo('replaced'));
  await ask('PATCH', `/todos/${id}`, todo('changed'), 'application/merge-patch+json');
  await ask('DELETE', `/todos/${id}`);
}

const assembly = mkdtempSync(join(tmpdir(), 'memory-'));
const example = spawnSync('node --import tsx app.ts', {
  cwd: join(root, 'examples', 'todos'), shell: true, encoding: 'utf8', env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' },
});
if (example.status !== 0) throw new Error(example.stderr);
const dev = spawn(process.execPath, [join(root, 'assets', 'cli', 'index.js'), 'dev', '--app', assembly, '--port', '0', '--json'], {
  cwd: join(root, 'examples', 'todos'), stdio: ['ignore', 'pipe', 'ignore'],
});
const ended = once(dev, 'exit');
try {
  const [line] = await once(createInterface(dev.stdout), 'line');
  const { url } = JSON.parse(line);
  const idle = Number(values.idle);
  console.log(`idle for ${idle} s each time (Node.js ${process.versions.node})`);
  await sleep(idle * 1000);
  report('started', dev.pid);
  const first = await fetch(`${url}/todos`);
  if (!first.ok) throw new Error(`the first request was answered ${first.status}`);
  await sleep(idle * 1000);
  report('the first request answered', dev.pid);
  await useEachFunction(url);
  await sleep(idle * 1000);
  report('each function used once', dev.pid);
} finally {
  dev.kill('SIGINT');
  await ended;
  rmSync(assembly, { recursive: true, force: true });
}
