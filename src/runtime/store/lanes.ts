import { Result, Steps } from './call';

/** What became of one of several operations. */
export type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** Several operations side by side: their calls are made together, and the failure of one leaves the others alone. */
export function* sideBySide<T>(operations: readonly Steps<T>[]): Steps<Settled<T>[]> {
  const settled: Settled<T>[] = [];
  let waiting = operations.map((steps, lane) => ({ lane, steps, results: undefined as readonly Result[] | undefined }));
  while (waiting.length > 0) {
    const asking = waiting.flatMap(({ lane, steps, results }) => {
      try {
        const step = results === undefined ? steps.next() : steps.next(results);
        if (!step.done) return [{ lane, steps, calls: step.value }];
        settled[lane] = { value: step.value };
      } catch (error) {
        settled[lane] = { error };
      }
      return [];
    });
    const all = asking.length > 0 ? yield asking.flatMap(({ calls }) => calls) : [];
    let from = 0;
    waiting = asking.map(({ lane, steps, calls }) => ({ lane, steps, results: all.slice(from, from += calls.length) }));
  }
  return settled;
}
