import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new, empty folder. It goes when the tests are over: all that they make lies in one folder (`setup-folder.ts`). */
export function temporaryFolder(name = 'test'): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}
