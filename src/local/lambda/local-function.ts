import type { FunctionConfiguration } from './configuration';
import { ExecutionEnvironment } from './execution-environment';
import type { InvocationRequest, InvocationResult } from './invocation';
import { LIMITS } from './limits';

/** One function: its execution environments, and who waits for one. */
export class LocalFunction {
  private readonly environments = new Set<ExecutionEnvironment>();
  private readonly idle: ExecutionEnvironment[] = [];
  private readonly waiting: (() => void)[] = [];
  private inFlight = 0;

  /**
   * @param maxEnvironments more invocations at a time wait: on AWS each has an environment of its own, here all share one machine
   */
  constructor(
    public readonly configuration: FunctionConfiguration,
    private readonly startEnvironment: () => ExecutionEnvironment,
    private readonly maxEnvironments: number,
  ) {}

  public async invoke(request: InvocationRequest): Promise<InvocationResult> {
    const event = JSON.stringify(request.event);
    if (Buffer.byteLength(event) > LIMITS.requestBytes) return { outcome: 'tooLarge' };
    if (this.inFlight >= (this.configuration.reservedConcurrency ?? Infinity)) return { outcome: 'throttled' };
    this.inFlight += 1;
    try {
      return await this.run(event, request);
    } finally {
      this.inFlight -= 1;
    }
  }

  /** Ends environments that nobody has used since then. */
  public async reap(before: number): Promise<void> {
    const old = this.idle.filter(({ idleSince }) => idleSince < before);
    await Promise.all(old.map((environment) => this.discard(environment)));
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.environments].map((environment) => this.discard(environment)));
  }

  private async run(event: string, request: InvocationRequest): Promise<InvocationResult> {
    for (;;) {
      const { environment, cold } = await this.acquire();
      const initError = await environment.ready;
      const result = initError ? { outcome: 'error', error: initError } as const : await environment.invoke(event, request);
      this.release(environment);
      if (result.outcome !== 'notStarted') return { ...result, cold };
      // code that fails right after it is loaded fails in every new process too
      if (cold) return { outcome: 'error', error: result.error, cold };
    }
  }

  private async acquire(): Promise<{ environment: ExecutionEnvironment; cold: boolean }> {
    for (;;) {
      const warm = this.idle.pop(); // the latest used, so that the others can be reaped
      if (warm?.usable) return { environment: warm, cold: false };
      if (warm) {
        await this.discard(warm);
      } else if (this.environments.size < this.maxEnvironments) {
        const environment = this.startEnvironment();
        this.environments.add(environment);
        return { environment, cold: true };
      } else {
        await new Promise<void>((resolve) => this.waiting.push(resolve));
      }
    }
  }

  private release(environment: ExecutionEnvironment): void {
    if (environment.usable) this.idle.push(environment);
    else void this.discard(environment);
    this.waiting.shift()?.();
  }

  private async discard(environment: ExecutionEnvironment): Promise<void> {
    const position = this.idle.indexOf(environment);
    if (position >= 0) this.idle.splice(position, 1);
    this.environments.delete(environment);
    await environment.stop();
  }
}
