import type { FunctionError } from './function-error';

/** What the caller of a function gives. */
export interface InvocationRequest {
  readonly event: unknown;
  /** The request that causes the invocation: what the function's own calls are attributed to. */
  readonly causeId?: string;
  /** `Root=1-…;Parent=…;Sampled=…`, as in the header `X-Amzn-Trace-Id`. */
  readonly traceId: string;
}

/** What became of it. Only `success` and `error` ran any of the function's code. */
export type InvocationResult =
  | { readonly outcome: 'success'; readonly payload: string; readonly cold: boolean }
  | { readonly outcome: 'error'; readonly error: FunctionError; readonly cold: boolean }
  /** Over the reserved concurrency: 429 TooManyRequestsException. */
  | { readonly outcome: 'throttled' }
  /** An event over 6 MB: 413 RequestEntityTooLargeException. */
  | { readonly outcome: 'tooLarge' };
