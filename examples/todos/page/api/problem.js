/**
 * An answer that is not a success, as RFC 9457 describes it.
 *
 * @typedef {{ pointer?: string, parameter?: string, header?: string, code: string, detail: string }} Violation
 */
export class Problem extends Error {
  /** @param {Response} response @param {{ code?: string, detail?: string, requestId?: string, errors?: Violation[] }} body */
  constructor(response, body) {
    super(body.detail ?? `the server answered ${response.status}`);
    this.status = response.status;
    this.code = body.code;
    this.requestId = body.requestId ?? response.headers.get('X-Request-Id') ?? undefined;
    this.errors = body.errors ?? [];
  }
}

/** No answer at all: no network, no server, or none in time. Whether a write took effect is not known then. */
export class Unreachable extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super('no answer', { cause });
    this.timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
  }
}

/** What happened, for the person in front of the page. @param {unknown} error @returns {string} */
export function explain(error) {
  if (error instanceof Unreachable) {
    if (!navigator.onLine) return 'You are offline.';
    return error.timedOut ? 'The server did not answer in time.' : 'The server cannot be reached.';
  }
  if (!(error instanceof Problem)) throw error;
  if (error.status === 404) return 'This todo no longer exists. It was deleted elsewhere.';
  if (error.status === 412) return 'This todo was changed elsewhere.';
  if (error.status === 413) return 'This is too long to be saved.';
  if (error.status === 429) return 'Too many requests at once. Please wait a moment.';
  if (error.status >= 500) {
    const reference = error.requestId ? ` Request: ${error.requestId}` : '';
    return error.status === 503 ? `The server is busy. Please wait a moment.${reference}` : `The server failed.${reference}`;
  }
  return sentence(error.message);
}

/** The details in a problem start small and end without a period. @param {string} detail */
export function sentence(detail) {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
