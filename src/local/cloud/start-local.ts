import type { LocalCloud, LocalOptions } from './local-cloud';
import { RunningCloud } from './running-cloud';

/** Runs a cloud assembly on this machine. Rejects with one clear error, and leaves nothing behind, if it cannot be run. */
export async function startLocal(options: LocalOptions): Promise<LocalCloud> {
  const cloud = new RunningCloud(options);
  try {
    await cloud.start();
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  return cloud;
}
