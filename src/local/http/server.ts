import { createServer, Server, ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { HttpRequest, HttpResponse, jsonResponse } from './message';
import { readRequest } from './read-request';

export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

export interface HttpServer {
  readonly host: string;
  readonly port: number;
  /** Takes no more connections, and resolves when the requests in flight are answered. */
  close(): Promise<void>;
}

/** Larger than what any service here accepts, so that the service's own answer is given. */
const MAX_HEADER_BYTES = 64 * 1024;
/** Time for a client to send its request. */
const REQUEST_MILLIS = 60_000;

/** Listens; rejects with Node's own error (`EADDRINUSE`) if it cannot. */
export async function startServer(host: string, port: number, handle: HttpHandler): Promise<HttpServer> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_MILLIS, headersTimeout: REQUEST_MILLIS });
  const inFlight = new Set<Promise<void>>();
  server.on('request', (message, response) => {
    readRequest(message).then((request) => {
      const exchange = untilClosed(message.socket, answer(request, response, handle, server)).finally(() => inFlight.delete(exchange));
      inFlight.add(exchange);
    }, () => response.destroy()); // the client has gone before its request was complete
  });
  server.on('clientError', refuse);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address() as AddressInfo;
  return { host, port: address.port, close: () => close(server, inFlight) };
}

/** A response tells nothing if its client goes away before its turn has come on the connection. */
async function untilClosed(socket: Socket, work: Promise<void>): Promise<void> {
  if (socket.destroyed) return;
  let stop: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => socket.once('close', (stop = resolve)));
  await Promise.race([work, closed]).finally(() => socket.off('close', stop));
}

async function answer(request: HttpRequest, response: ServerResponse, handle: HttpHandler, server: Server): Promise<void> {
  const result = await handle(request).catch(unexpected);
  if (response.destroyed) return; // the client has gone while it waited: nothing of the response ends any more
  if (!server.listening) response.shouldKeepAlive = false;
  await write(response, result, request.method).catch(() => response.destroy()); // the client has gone
}

/** Something here is wrong, not the request. The client learns nothing of it, the developer all. */
function unexpected(error: unknown): HttpResponse {
  process.emitWarning(error instanceof Error ? error : String(error));
  return jsonResponse(500, { message: 'Internal Server Error' });
}

async function write(response: ServerResponse, { status, headers, body }: HttpResponse, method: string): Promise<void> {
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  if (body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)) {
    response.flushHeaders();
    await pipeline(body, response);
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body ?? Buffer.alloc(0);
  // a 1xx, 204 or 304 has no content (RFC 9110, section 6.4.1); of HEAD's the length is that of GET
  if (status !== 204 && status !== 304 && (method !== 'HEAD' || bytes.length > 0)) response.setHeader('content-length', bytes.length);
  await new Promise<void>((resolve) => response.end(bytes, resolve));
}

/**
 * What is no HTTP: Node.js has refused it already (both Content-Length and Transfer-Encoding, a bare line feed, an unknown method, and the like).
 */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify({ message: STATUS_CODES[status] });
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`);
}

/** Connections that wait for nothing, or for a request that is not complete, are not waited for. */
async function close(server: Server, inFlight: ReadonlySet<Promise<void>>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.all(inFlight);
  server.closeAllConnections();
  await closed;
}
