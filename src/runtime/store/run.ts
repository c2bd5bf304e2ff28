import { Call, Result, Steps } from './call';
import { execute, Store } from './execute';

/** Runs the steps of an operation: the only place where they meet the outside world. */
export async function run<T>(steps: Steps<T>, store: Store): Promise<T> {
  let step = steps.next();
  while (!step.done) step = steps.next(await Promise.all(step.value.map((call) => settle(call, store))));
  return step.value;
}

async function settle(call: Call, store: Store): Promise<Result> {
  try {
    return await execute(call, store);
  } catch (error) {
    return { kind: 'failed', error };
  }
}
