import * as http from 'node:http';
import * as https from 'node:https';
import { Socket } from 'node:net';
import { HttpRequestSpec } from './requests';

/** An answer as it came, whatever it holds. */
export interface Answer {
  readonly status: number;
  /** By lower-case name; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const TIMEOUT_MS = 35_000;

/** Servers close connections that are idle for five seconds (Node.js), proxies after a minute; one may be closed just when it is used again. */
const IDLE_MS = 4_000;
const usedAt = new WeakMap<Socket, number>();

/** A connection was found closed that nobody had used for long: no server has read the request. */
class StaleConnection extends Error {}

/** Sends a request, and again where it met the end of an idle connection. */
export async function exchange(baseUrl: string, request: HttpRequestSpec): Promise<Answer> {
  for (;;) {
    try {
      return await send(baseUrl, request);
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error;
    }
  }
}

/** Sends a request whose path, headers and body arrive exactly as they are written: nothing is normalised on the way. */
function send(baseUrl: string, request: HttpRequestSpec): Promise<Answer> {
  const { protocol, hostname, port, pathname } = new URL(baseUrl);
  const { request: open, globalAgent: agent } = protocol === 'https:' ? https : http;
  const body = bodyOf(request);
  const headers: http.OutgoingHttpHeaders = { ...(body && !request.chunkBytes && { 'Content-Length': body.length }), ...definedHeaders(request) };
  return new Promise((resolve, reject) => {
    const path = pathname.replace(/\/$/, '') + request.path;
    const outgoing = open({ agent, hostname, port, path, method: request.method, headers, timeout: TIMEOUT_MS });
    let idle = 0;
    outgoing.on('socket', (socket) => {
      idle = Date.now() - (usedAt.get(socket) ?? Date.now());
      outgoing.on('close', () => usedAt.set(socket, Date.now()));
    });
    outgoing.on('response', (incoming) => readAnswer(incoming).then(resolve, reject));
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    outgoing.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ECONNRESET' && idle > IDLE_MS ? new StaleConnection() : error));
    if (body && request.chunkBytes) void sendInPieces(outgoing, body, request.chunkBytes, request.chunkPauseMs ?? 0);
    else outgoing.end(body);
  });
}

export function bodyOf({ body }: HttpRequestSpec): Buffer | undefined {
  if (body === undefined || Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body.json));
}

function definedHeaders({ headers }: HttpRequestSpec): http.OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as http.OutgoingHttpHeaders;
}

async function sendInPieces(outgoing: http.ClientRequest, body: Buffer, chunkBytes: number, pauseMs: number): Promise<void> {
  for (let start = 0; start < body.length && !outgoing.destroyed; start += chunkBytes) {
    outgoing.write(body.subarray(start, start + chunkBytes));
    if (pauseMs > 0) await new Promise((resume) => setTimeout(resume, pauseMs));
  }
  outgoing.end();
}

async function readAnswer(incoming: http.IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values!.join(', ')]);
  return { status: incoming.statusCode!, headers: Object.fromEntries(headers) as Record<string, string>, body: Buffer.concat(chunks) };
}
