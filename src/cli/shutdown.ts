/** SIGHUP: the terminal is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C can arrive twice: from the terminal, and passed on by npm. */
const SAME_KEY_MILLIS = 500;
/** What a shell reports of a program that a signal ended: 128 + SIGINT. */
const KILLED = 130;

/** What becomes of Ctrl-C and SIGTERM: the first asks for an end, the second one forces it. */
export class Shutdown {
  /** Resolves when an end is asked for. */
  public readonly asked: Promise<void>;
  private readonly controller = new AbortController();
  private readonly kills: (() => Promise<void>)[] = [];
  private askedAt?: number;

  constructor() {
    this.asked = new Promise((resolve) => this.signal.addEventListener('abort', () => resolve()));
    this.receive = this.receive.bind(this);
    for (const name of SIGNALS) process.on(name, this.receive);
  }

  /** Aborted when an end is asked for. */
  public get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What is done before an end by force. */
  public onKill(kill: () => Promise<void>): void {
    this.kills.push(kill);
  }

  public close(): void {
    for (const name of SIGNALS) process.off(name, this.receive);
  }

  private receive(): void {
    const now = Date.now();
    if (this.askedAt === undefined) {
      this.askedAt = now;
      this.controller.abort();
    } else if (now - this.askedAt > SAME_KEY_MILLIS) {
      void Promise.allSettled(this.kills.map((kill) => kill())).then(() => process.exit(KILLED));
    }
  }
}
