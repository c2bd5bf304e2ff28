import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { FOLDER, TEMPORARY } from './setup-folder';

export default function tearDown(): void {
  const folder = process.env[FOLDER];
  if (folder === undefined) return;
  rmSync(folder, { recursive: true, force: true });
  for (const name of TEMPORARY) process.env[name] = dirname(folder); // for the next run, where jest watches
}
