import { Action, Call, Completed, Output, repeatedInput } from './call';
import { Cause, failureOf } from './failures';
import { unavailable, unknownOutcome } from '../answer/problems';

/** Sends a call once; without an answer within the milliseconds, it fails with a `TimeoutError`. */
export type Send = (call: Pick<Call, 'action' | 'input'>, milliseconds: number) => Promise<Output>;

/** The outside world of a request. */
export interface Store {
  readonly send: Send;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** The milliseconds that the function has left for calls. */
  readonly remaining: () => number;
  readonly usage: Usage;
}

/** What the calls of a request have used. */
export interface Usage {
  calls: number;
  attempts: number;
  capacityUnits: number;
}

/** How often a call is sent, and the longest wait before the second attempt, in milliseconds; it doubles from there. */
const ATTEMPTS: { readonly [cause in Cause]: { readonly most: number; readonly wait: number } } = {
  // a throttled partition needs a while
  throttled: { most: 3, wait: 200 },
  // transactions on the same item pass one by one, and each is over in some milliseconds
  contended: { most: 8, wait: 20 },
  broken: { most: 3, wait: 50 },
  // each has taken as long as an attempt may
  silent: { most: 2, wait: 50 },
};
const READS: readonly Action[] = ['GetItem', 'Query', 'Scan'];

/**
 * Sends a call until it has an answer, or has been sent often enough.
 *
 * The attempts are ours and not the SDK's, because what a failed condition means depends on how the attempts before it failed.
 */
export async function execute(call: Call, store: Store): Promise<Completed> {
  let unsure = false;
  store.usage.calls++;
  for (let attempt = 1; ; attempt++) {
    const sent = unsure ? repeatedInput(call, attempt) : call.input;
    try {
      return { kind: 'done', output: await sendOnce({ action: call.action, input: sent }, store), sent };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'conditionFailed') return { ...failure, unsure };
      if (failure.kind === 'canceled') return failure;
      if (failure.kind === 'fatal') throw failure.problem ?? error;
      unsure ||= failure.applied === 'maybe' && !READS.includes(call.action);
      const { most, wait } = ATTEMPTS[failure.cause];
      if (attempt >= most || store.remaining() <= 0) throw unsure ? unknownOutcome() : unavailable();
      await store.sleep(store.random() * wait * 2 ** (attempt - 1));
    }
  }
}

async function sendOnce({ action, input }: Pick<Call, 'action' | 'input'>, { send, remaining, usage }: Store): Promise<Output> {
  usage.attempts++;
  const output = await send({ action, input: { ...input, ReturnConsumedCapacity: 'TOTAL' } }, Math.max(remaining(), 1));
  for (const { CapacityUnits = 0 } of [output.ConsumedCapacity ?? []].flat()) usage.capacityUnits += CapacityUnits;
  return output;
}
