import { LocalCloud, startLocal, StartOptions } from '../../src/testing';

const running: LocalCloud[] = [];

/** Starts a local cloud through the public door; it ends with the test file at the latest. */
export async function start(options: StartOptions): Promise<LocalCloud> {
  const cloud = await startLocal(options);
  running.push(cloud);
  return cloud;
}

afterAll(() => Promise.all(running.map((cloud) => cloud.stop())));
