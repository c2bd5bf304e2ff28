import type { IncomingMessage } from 'node:http';
import type { Header, HttpRequest } from './message';

/** API Gateway's limit of a payload; nothing here accepts more. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Reads a request to its end. Rejects if the client goes away before. */
export async function readRequest(message: IncomingMessage): Promise<HttpRequest> {
  const body = await readBody(message);
  const { path, query } = splitTarget(message.url!);
  return {
    method: message.method!,
    path,
    query,
    protocol: `HTTP/${message.httpVersion}`,
    headers: pairs(message.rawHeaders),
    body: body ?? Buffer.alloc(0),
    bodyTooLarge: body === undefined,
    remoteAddress: (message.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    localPort: message.socket.localPort ?? 0,
  };
}

/** Undefined if it is over the limit; the rest is then read and dropped, so that the client gets to read the answer. */
async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

/** Also of a request line in absolute form, as a client sends it to a proxy (RFC 9112, section 3.2.2). */
function splitTarget(target: string): { path: string; query: string } {
  const origin = /^https?:\/\/[^/?]*/i.exec(target)?.[0] ?? '';
  const rest = target.slice(origin.length);
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark < 0 ? '' : rest.slice(mark + 1) };
}

function pairs(rawHeaders: string[]): Header[] {
  const headers: Header[] = [];
  for (let position = 0; position < rawHeaders.length; position += 2) {
    headers.push([rawHeaders[position]!.toLowerCase(), rawHeaders[position + 1]!]);
  }
  return headers;
}
