import { HttpHandler, HttpServer, startServer } from '../http';

export interface DoorOptions {
  readonly host: string;
  /** Of the first door; 0 for free ones. */
  readonly port: number;
  /** Takes the next free port if the first one is in use. */
  readonly nextFree: boolean;
}

/** Ports tried before giving up. */
const ATTEMPTS = 100;

/** A port is in use, and no other may be taken. */
export class PortInUseError extends Error {
  constructor(public readonly port: number) {
    super(`port ${port} is in use; end what uses it, or choose another with --port`);
  }
}

/** The servers, one for each entry, by the entry's id. A door stays open while its entry exists. */
export class Doors {
  private readonly servers = new Map<string, HttpServer>();
  private main?: HttpServer;

  constructor(private readonly options: DoorOptions, private readonly handlerOf: (entryId: string) => HttpHandler) {}

  /** Closes all other doors. */
  public keep(entryIds: readonly string[]): void {
    for (const [id, server] of this.servers) {
      if (entryIds.includes(id)) continue;
      this.servers.delete(id);
      void server.close();
    }
  }

  /** Opens the doors that are missing. @returns the addresses, by entry */
  public async open(entryIds: readonly string[]): Promise<Map<string, string>> {
    for (const id of entryIds) {
      if (!this.servers.has(id)) this.servers.set(id, await this.start(id));
    }
    return new Map(entryIds.map((id) => [id, this.urlOf(this.servers.get(id)!)]));
  }

  /** Lets the requests in flight finish. */
  public async close(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.close()));
  }

  private async start(id: string): Promise<HttpServer> {
    const { host, port, nextFree } = this.options;
    const first = this.main === undefined;
    const start = first || port === 0 ? port : this.main!.port + 1;
    const server = await listen(host, start, !first || nextFree, this.handlerOf(id));
    this.main ??= server;
    return server;
  }

  private urlOf({ port }: HttpServer): string {
    const { host } = this.options;
    const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
  }
}

async function listen(host: string, first: number, nextFree: boolean, handler: HttpHandler): Promise<HttpServer> {
  for (let port = first; ; port++) {
    try {
      return await startServer(host, port, handler);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (!nextFree || port >= first + ATTEMPTS) throw new PortInUseError(first);
    }
  }
}
