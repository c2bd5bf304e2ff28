import { Steps } from './call';
import { execute, Store } from './execute';

/** Runs the steps of an operation: the only place where they meet the outside world. */
export async function run<T>(steps: Steps<T>, store: Store): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    const results = await Promise.all(step.value.map((call) => execute(call, store)));
    step = steps.next(results);
  }
  return step.value;
}
