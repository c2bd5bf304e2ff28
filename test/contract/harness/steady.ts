import { performance } from 'node:perf_hooks';

/** A function gives up an attempt after 1.4 s without an answer. A machine that stands still for so long makes it call twice. */
const STALL_MILLIS = 700;
const TICK_MILLIS = 20;

/** The longest time that this process stood still while the work ran, in milliseconds. */
async function longestStall(work: () => Promise<void>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const tick = () => {
    longest = Math.max(longest, performance.now() - last - TICK_MILLIS);
    last = performance.now();
  };
  const ticking = setInterval(tick, TICK_MILLIS);
  await work().finally(() => clearInterval(ticking));
  tick();
  return longest;
}

/**
 * What the work comes to. If it comes to failures and the machine stood still meanwhile, as shared machines do, that is told,
 * and what a second run comes to is the result.
 */
export async function steadily<T>(work: () => Promise<T>, failed: (result: T) => boolean): Promise<T> {
  let result: T;
  const run = async () => { result = await work(); };
  const stall = await longestStall(run);
  if (failed(result!) && stall > STALL_MILLIS) {
    console.warn(`the machine stood still for ${Math.round(stall)} ms: what failed meanwhile runs once more`);
    await run();
  }
  return result!;
}
