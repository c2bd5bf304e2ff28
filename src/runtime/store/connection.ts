import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** In milliseconds. */
const CONNECTION_TIMEOUT = 500;

/** The code of a request that was never sent. */
export const NOT_CONNECTED = 'ENOTCONN';

/** The name of the error of a request without an answer in time. */
export const TIMED_OUT = 'TimeoutError';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: Buffer;
}

/** Requests to one place, by connections that stay open. */
export class Connection {
  private readonly isSecure: boolean;
  private readonly agent: HttpAgent;

  constructor(private readonly url: URL) {
    this.isSecure = url.protocol === 'https:';
    this.agent = new (this.isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 50 });
  }

  /**
   * Without an answer in time, the request ends wherever it is: connecting, waiting, or reading what comes byte by byte.
   *
   * By a timer of its own: `AbortSignal.any` loses timeouts when garbage is collected, https://github.com/nodejs/node/issues/57736.
   */
  public send(method: string, headers: { readonly [name: string]: string }, body: string, milliseconds: number): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const request = (this.isSecure ? httpsRequest : httpRequest)(this.url, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
      });
      const end = setTimeout(() => {
        reject(Object.assign(new Error('no answer in time'), { name: TIMED_OUT }));
        request.destroy();
      }, milliseconds);
      request.on('close', () => clearTimeout(end));
      request.on('error', reject);
      request.on('socket', (socket) => {
        if (!socket.connecting) return;
        const timer = setTimeout(() => request.destroy(Object.assign(new Error('no connection'), { code: NOT_CONNECTED })), CONNECTION_TIMEOUT);
        for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(timer));
      });
      request.end(body);
    });
  }
}
