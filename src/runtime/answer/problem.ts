import { STATUS_CODES } from 'node:http';
import { ProblemCode } from '../../model';

/** One of the reasons of a problem, with its place: in the body, the query or the header. */
export interface ProblemDetail {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly code: string;
  readonly detail: string;
}

export interface ProblemOptions {
  readonly errors?: readonly ProblemDetail[];
  readonly headers?: { readonly [name: string]: string };
}

/** More would help no one, and an answer must not grow with the request. */
const MOST_ERRORS = 100;

/** An answer that is no success. What it says is for the client: nothing of the store or the code. */
export class Problem extends Error {
  constructor(
    public readonly status: number,
    public readonly code: ProblemCode,
    public readonly detail: string,
    private readonly options: ProblemOptions = {},
  ) {
    super(`${status} ${code}`);
  }

  public get headers(): { readonly [name: string]: string } {
    return this.options.headers ?? {};
  }

  public get errors(): readonly ProblemDetail[] | undefined {
    return this.options.errors;
  }

  /** As RFC 9457 says. The request id tells this occurrence from others: `instance` is a reference relative to the request's own URL. */
  public body(requestId: string): object {
    const { status, code, detail, errors } = this;
    return {
      type: 'about:blank',
      title: STATUS_CODES[status],
      status,
      detail,
      instance: `#${encodeURIComponent(requestId)}`,
      code,
      requestId,
      ...(errors && { errors: errors.slice(0, MOST_ERRORS) }),
    };
  }
}
