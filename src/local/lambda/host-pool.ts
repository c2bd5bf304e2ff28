import type { FunctionConfiguration } from './configuration';
import { defaultHostEntry, HostOptions, HostProcess } from './host-process';

/**
 * Starts processes, and keeps one more started than is used: starting Node.js is most of a cold start.
 * What a function needs at the process's start must be equal for it to be taken.
 */
export class HostPool {
  private standby?: { readonly host: HostProcess; readonly since: number };
  private readonly entry: string;
  private stopped = false;

  /** @param entry the bundled function host; absent: beside this code */
  constructor(entry?: string) {
    this.entry = entry ?? defaultHostEntry();
  }

  /** Starts a process for whoever claims it next, if it is such a function. */
  public prepare(configuration: FunctionConfiguration): void {
    if (!this.standby && !this.stopped) this.standby = { host: new HostProcess(this.needsOf(configuration)), since: Date.now() };
  }

  public claim(configuration: FunctionConfiguration): HostProcess {
    const needs = this.needsOf(configuration);
    const { host } = this.standby ?? {};
    const fits = host?.options.memoryMegabytes === needs.memoryMegabytes && host.options.nodeOptions === needs.nodeOptions;
    if (!host || !fits) return new HostProcess(needs);
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

  private needsOf({ memoryMegabytes, environment }: FunctionConfiguration): HostOptions {
    return { entry: this.entry, memoryMegabytes, nodeOptions: environment.NODE_OPTIONS };
  }

  private async endStandby(): Promise<void> {
    const { standby } = this;
    this.standby = undefined;
    await standby?.host.kill();
  }
}
