import { request, RequestOptions } from 'node:http';
import { connect } from 'node:net';

export interface Answer {
  readonly status: number;
  /** By name; repeats as a list. */
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
  readonly text: string;
}

/** Sends a request exactly as given: unlike `fetch`, neither path nor headers are changed. */
export function send(url: string, options: RequestOptions & { readonly body?: string | Buffer } = {}): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const message = request({ hostname, port, path: pathname + search, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode!, headers: response.headers, body, text: body.toString() });
      });
    });
    message.on('error', reject);
    message.end(options.body);
  });
}

/** Writes bytes to a server and returns all that comes back until it closes the connection. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

/** Writes bytes to a server and goes away. */
export function sendAndLeave(port: number, bytes: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, () => socket.resetAndDestroy()));
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}
