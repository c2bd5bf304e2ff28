import { assemblySource } from './assembly-source';
import { localBundle } from './bundle';
import { checkOptions } from './check-options';
import type { LocalCloud } from './local-cloud';
import type { StartOptions } from './start-options';

/**
 * Runs an app on this machine until it is stopped: its functions, APIs, tables and sites, as its template says. Any number may run at a time.
 * Rejects with one clear error, and leaves nothing behind, if the app cannot be synthesized or run.
 */
export async function startLocal(options: StartOptions): Promise<LocalCloud> {
  checkOptions(options);
  const bundle = localBundle();
  const { chaos, ...others } = options;
  const faults = chaos && bundle.seededFaults(chaos);
  const { directory, release } = await assemblySource(bundle, options);
  try {
    return withRelease(await bundle.startLocal({ ...others, assembly: directory, faults }), release);
  } catch (error) {
    await release();
    throw error;
  }
}

function withRelease(cloud: LocalCloud, release: () => Promise<void>): LocalCloud {
  const { url, apis, sites, outputs, notices, requests } = cloud;
  let stopped: Promise<void> | undefined;
  return { url, apis, sites, outputs, notices, requests, stop: () => (stopped ??= cloud.stop().finally(release)) };
}
