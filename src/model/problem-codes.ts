/** The codes of problems by their status: what a client can tell failures apart by. They are contract. */
export const PROBLEM_CODES = {
  400: ['malformed-json', 'validation-failed', 'invalid-parameter', 'invalid-cursor', 'index-required', 'invalid-header'],
  401: ['unauthenticated'],
  403: ['forbidden'],
  404: ['not-found'],
  405: ['method-not-allowed'],
  406: ['not-acceptable'],
  409: ['already-exists', 'unique-violation', 'conflict'],
  412: ['version-mismatch'],
  413: ['body-too-large', 'item-too-large', 'batch-too-large'],
  415: ['unsupported-media-type'],
  422: ['idempotency-key-reused'],
  428: ['precondition-required'],
  429: ['throttled'],
  500: ['internal'],
  503: ['temporarily-unavailable'],
} as const;

export type ProblemStatus = keyof typeof PROBLEM_CODES;
export type ProblemCode = (typeof PROBLEM_CODES)[ProblemStatus][number];
