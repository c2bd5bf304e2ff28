import type { Readable } from 'node:stream';

/** A request as it came over the wire, its body read. */
export interface HttpRequest {
  readonly method: string;
  /** Of the request line, without query: neither decoded nor normalized. */
  readonly path: string;
  /** Without the question mark; empty if there is none. */
  readonly query: string;
  /** `HTTP/1.1`. */
  readonly protocol: string;
  /** In their order, repeats included; names in lower case. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** The body was longer than the server reads; `body` is empty. */
  readonly bodyTooLarge: boolean;
  /** Address of the client. */
  readonly remoteAddress: string;
  /** Port of the server. */
  readonly localPort: number;
}

export type Header = readonly [name: string, value: string];

export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  /** A stream is an answer without a known end, such as events. */
  readonly body?: Buffer | string | Readable;
}

/** All values of a header, in their order. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  return headers.filter(([candidate]) => candidate === name).map(([, value]) => value);
}

/** The value of a header that has one; repeats are joined as RFC 9110, section 5.3 has it. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  const values = headerValues(headers, name);
  return values.length === 0 ? undefined : values.join(',');
}

/** The headers without some, and with others in their place. */
export function withHeaders(headers: readonly Header[], replacements: readonly Header[]): Header[] {
  const replaced = new Set(replacements.map(([name]) => name));
  return [...headers.filter(([name]) => !replaced.has(name)), ...replacements];
}

/** An answer in JSON. */
export function jsonResponse(status: number, value: unknown, headers: readonly Header[] = []): HttpResponse {
  return { status, headers: [['content-type', 'application/json'], ...headers], body: JSON.stringify(value) };
}
