/** A request as every kind of host delivers it, once its event is decoded. */
export interface HttpRequest {
  readonly method: string;
  /** Percent-encoded, from the root: stage and base path included. */
  readonly path: string;
  /** Without question mark, as in the request line. */
  readonly query: string;
  /** By name in lower case; repeated ones are joined by commas. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body?: RequestBody;
  /** What the authorizer found out about the caller; absent without one. */
  readonly claims?: { readonly [name: string]: unknown };
  readonly requestId: string;
  readonly route: MatchedRoute;
}

/** As it came: bytes in base64, or a text. */
export interface RequestBody {
  readonly content: string;
  readonly base64: boolean;
}

/**
 * What the host has found already.
 *
 * - `named`: its own route, such as `/todos/{id}`, with the variables' values
 * - `catchAll`: a request that no route of the host takes; it never leads to an operation, since the catch-all has no authorizer
 * - `none`: the host knows no routes (function URL)
 */
export type MatchedRoute =
  | { readonly kind: 'named'; readonly pattern: string; readonly parameters: { readonly [name: string]: string } }
  | { readonly kind: 'catchAll'; readonly stage: string }
  | { readonly kind: 'none' };
