import { AssemblyError } from './assembly-error';

/**
 * Adds a member that is computed when it is first read.
 *
 * Defined, not assigned: a template may name a member `__proto__`.
 *
 * @param where names the member in errors
 */
export function lazyMember(target: object, name: string, where: string, compute: () => unknown): void {
  Object.defineProperty(target, name, { enumerable: true, configurable: true, get: once(where, compute) });
}

/** Computes at most once. An error is not remembered: every reader gets it. */
export function once<T>(where: string, compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  let computing = false;
  return () => {
    if (computed) return computed.value;
    if (computing) throw new AssemblyError(`${where}: depends on itself; break the circle of references`);
    computing = true;
    try {
      computed = { value: compute() };
      return computed.value;
    } finally {
      computing = false;
    }
  };
}
