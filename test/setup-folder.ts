import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What names the folder for temporary files: the first one on Linux and macOS, the others on Windows. */
export const TEMPORARY = ['TMPDIR', 'TEMP', 'TMP'];

/** By it, the teardown knows what is to be removed. */
export const FOLDER = 'TEMPORARY_FOLDER_OF_TESTS';

/**
 * Gives a run of the tests one folder for temporary files, which is removed when they are over: whatever a test, CDK or a killed program leaves
 * behind is in there. Jest's workers and their programs inherit it.
 */
export default function setUp(): void {
  const folder = mkdtempSync(join(tmpdir(), 'crud-api-tests-'));
  for (const name of [...TEMPORARY, FOLDER]) process.env[name] = folder;
}
