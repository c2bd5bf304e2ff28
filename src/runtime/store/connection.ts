import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** In milliseconds. */
const CONNECTION_TIMEOUT = 500;

/** The code of a request that was never sent. */
export const NOT_CONNECTED = 'ENOTCONN';

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

  /** The signal ends the request wherever it is: connecting, waiting, or reading an answer that comes byte by byte. */
  public send(method: string, headers: { readonly [name: string]: string }, body: string, signal?: AbortSignal): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const request = (this.isSecure ? httpsRequest : httpRequest)(this.url, { method, headers, agent: this.agent, signal }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
      });
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
