import { createRequire } from 'module';
import { join } from 'path';
import type { LocalCloud } from './local-cloud';
import type { Chaos, LocalCloudOptions } from './start-options';

/** Decides what each call meets. */
type Faults = (call: { readonly action: string; readonly input: unknown }) => unknown;

/** What is used of the bundled local cloud. */
export interface LocalBundle {
  startLocal(options: Omit<LocalCloudOptions, 'chaos'> & { readonly assembly: string; readonly faults?: Faults }): Promise<LocalCloud>;
  seededFaults(chaos: Chaos): Faults;
  synthesize(options: { readonly directory: string; readonly app: string; readonly output: string }): Promise<string>;
}

/** The local cloud that ships with the package, loaded by path: an import would make its sources part of the library. */
export function localBundle(): LocalBundle {
  return createRequire(__filename)(join(__dirname, '..', '..', 'assets', 'local', 'index.js')) as LocalBundle;
}
