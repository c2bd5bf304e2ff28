import { Readable } from 'node:stream';

/** Events for pages that watch (server-sent events, WHATWG HTML section 9.2). */
export class EventStream {
  private readonly streams = new Set<Readable>();

  /** A stream for one page, to be sent as `text/event-stream`. */
  public open(): Readable {
    const stream = new Readable({ read: () => undefined });
    stream.push('retry: 1000\n\n');
    stream.on('close', () => this.streams.delete(stream));
    this.streams.add(stream);
    return stream;
  }

  public send(event: string, data: unknown): void {
    for (const stream of this.streams) stream.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends every stream, so that the server can close. */
  public close(): void {
    for (const stream of this.streams) stream.push(null);
  }
}
