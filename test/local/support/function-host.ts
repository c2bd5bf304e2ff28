import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

let entry: string | undefined;

/** The function host as it ships, bundled from the sources under test. */
export function functionHost(): string {
  if (entry) return entry;
  entry = join(mkdtempSync(join(tmpdir(), 'function-host-')), 'function-host.js');
  buildSync({
    entryPoints: [join(__dirname, '../../../src/local/lambda/function-host.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    target: 'node20',
  });
  return entry;
}
