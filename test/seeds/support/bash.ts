import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Outcome } from './walk';

/** Between the answers of two commands. */
const MARK = /^@ (\d+)\n/m;

/** Prints what curl does; the status of the latest answer lies in a file, since the call may be in a subshell. */
const CURL = `
curl() {
  : > "$FOLDER/body"
  command curl --silent --show-error --output "$FOLDER/body" --write-out '%{http_code}' "$@" > "$FOLDER/status"
  cat "$FOLDER/body"
}`;

export function hasBash(): boolean {
  return ['bash', 'curl'].every((command) => spawnSync(command, ['--version']).status === 0);
}

/** Runs the commands as pasted into one shell. */
export async function runInBash(commands: readonly string[], api: string): Promise<Outcome[]> {
  const FOLDER = mkdtempSync(join(tmpdir(), 'walk-'));
  try {
    const script = [CURL, ...commands.map((command) => `${command}\nprintf '\\n@ %s\\n' "$(cat "$FOLDER/status")"`)].join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { env: { ...process.env, API: api, FOLDER } });
    const parts = stdout.split(MARK);
    return commands.map((_command, position) => ({ output: parts[2 * position].trim(), status: Number(parts[2 * position + 1]) }));
  } finally {
    rmSync(FOLDER, { recursive: true, force: true });
  }
}
