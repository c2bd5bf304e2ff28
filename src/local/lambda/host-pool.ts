import { defaultHostEntry, HostOptions, HostProcess } from './host-process';

/**
 * Starts processes, and keeps one more started than is used: starting Node.js is most of a cold start.
 * What a function needs at the process's start must be equal for it to be taken.
 */
export class HostPool {
  private standby?: { readonly host: HostProcess; readonly since: number };
  private readonly entry: string;
  private stopped = false;

  constructor(entry?: string) {
    this.entry = entry ?? defaultHostEntry();
  }

  /** Starts a process for whoever claims it next. */
  public prepare(options: Omit<HostOptions, 'entry'>): void {
    if (!this.standby && !this.stopped) this.standby = { host: new HostProcess({ ...options, entry: this.entry }), since: Date.now() };
  }

  public claim(options: Omit<HostOptions, 'entry'>): HostProcess {
    const { host } = this.standby ?? {};
    if (!host || host.options.memoryMegabytes !== options.memoryMegabytes || host.options.nodeOptions !== options.nodeOptions) {
      return new HostProcess({ ...options, entry: this.entry });
    }
    this.standby = undefined;
    return host;
  }

  /** Ends the standing process if nobody has claimed it since then. */
  public async reap(before: number): Promise<void> {
    if (this.standby && this.standby.since < before) await this.endStandby();
  }

  public async stop(): Promise<void> {
    this.stopped = true;
    await this.endStandby();
  }

  private async endStandby(): Promise<void> {
    const { standby } = this;
    this.standby = undefined;
    await standby?.host.kill();
  }
}
