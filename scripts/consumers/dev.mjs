// Runs the package's own command in a consumer's folder and asks the API that it serves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const SECONDS = 60;

/** Starts `dev`, creates a todo, lists it, ends it with Ctrl-C. Answers the status line of the list. */
export async function askDev(folder, command, args = []) {
  const child = spawn(command, ['dev', '--port', '0', '--json', '--no-watch', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => { errors += chunk; });
  const ended = once(child, 'exit');
  const overdue = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000);
  try {
    const [line] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      ended.then(([code]) => { throw new Error(`dev ended with ${code} before it was up\n${errors}`); }),
    ]);
    const answer = await askTodos(JSON.parse(line).url);
    child.kill('SIGINT');
    const [code] = await ended;
    if (code !== 0) throw new Error(`dev ended with ${code} at Ctrl-C\n${errors}`);
    return answer;
  } finally {
    clearTimeout(overdue);
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

async function askTodos(url) {
  const created = await fetch(`${url}/todos`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"title":"from a consumer"}' });
  if (created.status !== 201) throw new Error(`POST /todos answered ${created.status} ${await created.text()}`);
  const listed = await fetch(`${url}/todos`);
  const { items } = await listed.json();
  if (items?.[0]?.title !== 'from a consumer' || items[0].completed !== false) throw new Error(`GET /todos answered ${JSON.stringify(items)}`);
  return `${listed.status}, ${items.length} item`;
}
