import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { createServer } from 'net';
import { join } from 'path';
import { setTimeout as sleep } from 'timers/promises';

const ROOT = join(__dirname, '..', '..');
/** What is not built yet is built first. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 10_000;

/** The todos example, running. */
export interface Example {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the todos example as `npm run demo` does, on a port that is free. */
export async function startExample(): Promise<Example> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'demo.mjs')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; });

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(`${url}/todos`))) {
    const state = hasEnded(child) ? `ended with code ${child.exitCode}` : 'does not answer';
    if (hasEnded(child) || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the todos example ${state}; it printed:\n${output}`);
    }
    await sleep(100);
  }
  return { url, stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then((response) => response.ok, () => false);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** As Ctrl-C does; a demo that does not end then is a fault. */
async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_TIMEOUT_MS, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  throw new Error(`the todos example did not end within ${STOP_TIMEOUT_MS} ms of an interrupt`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
