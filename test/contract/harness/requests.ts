/** Header values by name; `undefined` leaves out a header that would be sent by itself. */
export type RequestHeaders = { readonly [name: string]: string | readonly string[] | undefined };

/** A request through an HTTP client that sends path and body untouched. */
export interface HttpRequestSpec {
  readonly method: string;
  /** With query, as in the request line: nothing is normalised or encoded. */
  readonly path: string;
  readonly headers: RequestHeaders;
  readonly body?: Buffer | string | { readonly json: unknown };
  /** Sends the body in pieces of this many bytes, with Transfer-Encoding: chunked. */
  readonly chunkBytes?: number;
  readonly chunkPauseMs?: number;
}

/** A request as bytes on a socket, for what no HTTP client would send. */
export interface RawRequestSpec {
  /** Written one after the other; references are resolved, `{host}` among them. */
  readonly raw: readonly string[];
  readonly pauseMs?: number;
  /** Reads until the server closes: what comes after the first answer's head is all its body. */
  readonly untilClose?: boolean;
}

export type RequestSpec = HttpRequestSpec | RawRequestSpec;

export const get = (path: string, headers: RequestHeaders = {}): HttpRequestSpec => ({ method: 'GET', path, headers });
export const head = (path: string, headers: RequestHeaders = {}): HttpRequestSpec => ({ method: 'HEAD', path, headers });
export const options = (path: string, headers: RequestHeaders = {}): HttpRequestSpec => ({ method: 'OPTIONS', path, headers });
/** A POST without a body. */
export const act = (path: string, headers: RequestHeaders = {}): HttpRequestSpec => ({ method: 'POST', path, headers });
export const remove = (path: string, headers: RequestHeaders = {}): HttpRequestSpec => ({ method: 'DELETE', path, headers });

export const post = (path: string, json: unknown, headers: RequestHeaders = {}): HttpRequestSpec => withJson('POST', path, json, headers);
export const put = (path: string, json: unknown, headers: RequestHeaders = {}): HttpRequestSpec => withJson('PUT', path, json, headers);
export const patch = (path: string, json: unknown, headers: RequestHeaders = {}): HttpRequestSpec =>
  withJson('PATCH', path, json, { 'Content-Type': 'application/merge-patch+json', ...headers });

/** A request with a body that is exactly this text or these bytes, and no content type unless one is given. */
export const send = (
  method: string,
  path: string,
  body: Buffer | string,
  headers: RequestHeaders = {},
  pieces: Pick<HttpRequestSpec, 'chunkBytes' | 'chunkPauseMs'> = {},
): HttpRequestSpec => ({ method, path, headers, body, ...pieces });

/** As `send`, as JSON. */
export const sendJson = (method: string, path: string, body: Buffer | string): HttpRequestSpec =>
  send(method, path, body, { 'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' });

/** Lines of a request's head are joined by CRLF and closed by an empty line; the body follows as it is. */
export const raw = (head_: readonly string[], ...body: readonly string[]): RawRequestSpec => ({ raw: [`${head_.join('\r\n')}\r\n\r\n`, ...body] });

function withJson(method: string, path: string, json: unknown, headers: RequestHeaders): HttpRequestSpec {
  return { method, path, headers: { 'Content-Type': 'application/json', ...headers }, body: { json } };
}
