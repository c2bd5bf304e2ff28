import { FUNCTION_HOST } from './function-host';
import { LocalCloud, LocalOptions, startLocal } from '../../../src/local';

const running: LocalCloud[] = [];

/** Starts an assembly on a free port; it ends with the test file. */
export async function start(assembly: string, options: Partial<LocalOptions> = {}): Promise<LocalCloud> {
  const cloud = await startLocal({ assembly, functionHost: FUNCTION_HOST, ...options });
  running.push(cloud);
  return cloud;
}

afterAll(() => Promise.all(running.map((cloud) => cloud.stop())));
