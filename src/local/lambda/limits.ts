/**
 * Limits of the service, which hold here too.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const LIMITS = {
  /** Of a synchronous invocation's event: 6 MB. */
  requestBytes: 6 * 1024 * 1024,
  /** Of its answer: 6 MB and 100 bytes, as the service's own error message says. */
  responseBytes: 6_291_556,
  /** Time for loading the code, before the first invocation. */
  initMillis: 10_000,
} as const;
