import { availableParallelism } from 'node:os';
import type { FunctionConfiguration } from './configuration';
import { ExecutionEnvironment } from './execution-environment';
import { HostPool } from './host-pool';
import { LocalFunction } from './local-function';
import type { LogSink } from './log-lines';

export interface LambdaOptions {
  /** Receives each line that a function writes. */
  readonly log: LogSink;
  /** Where the functions find DynamoDB. */
  readonly dynamoDbUrl?: string;
  /** Where processes come from. It outlives the service. */
  readonly pool: HostPool;
  /** Execution environments a function; absent: twice the processors, at least four. */
  readonly maxEnvironments?: number;
  /** An environment unused for so long is ended; absent: five minutes. */
  readonly idleMillis?: number;
}

/** Who made a call with some credentials. */
export interface Caller {
  readonly function: FunctionConfiguration;
  /** The request that caused the invocation. */
  causeAt(epochMillis: number): string | undefined;
}

const MIN_ENVIRONMENTS = 4;
const IDLE_MILLIS = 5 * 60_000;

/** Runs functions: every one in processes of its own. */
export class LambdaService {
  private readonly functions: LocalFunction[] = [];
  private readonly callers = new Map<string, Caller>();
  private readonly reaper: NodeJS.Timeout;

  constructor(private readonly options: LambdaOptions) {
    const idleMillis = options.idleMillis ?? IDLE_MILLIS;
    this.reaper = setInterval(() => void this.reap(Date.now() - idleMillis), idleMillis / 2).unref();
  }

  /** Makes a function known. Its first process starts with its first invocation. */
  public add(configuration: FunctionConfiguration): LocalFunction {
    const maxEnvironments = this.options.maxEnvironments ?? Math.max(MIN_ENVIRONMENTS, 2 * availableParallelism());
    const added = new LocalFunction(configuration, () => this.startEnvironment(configuration), maxEnvironments);
    this.functions.push(added);
    return added;
  }

  /** Whose credentials these are. */
  public callerOf(accessKeyId: string): Caller | undefined {
    return this.callers.get(accessKeyId);
  }

  /** Ends every process of its functions. */
  public async stop(): Promise<void> {
    clearInterval(this.reaper);
    await Promise.all(this.functions.map((each) => each.stop()));
  }

  private startEnvironment(configuration: FunctionConfiguration): ExecutionEnvironment {
    const { pool, log, dynamoDbUrl } = this.options;
    const environment = new ExecutionEnvironment(configuration, pool.claim(configuration), log, dynamoDbUrl);
    this.callers.set(environment.credentials.accessKeyId, { function: configuration, causeAt: (at) => environment.causeAt(at) });
    // not before this one has started: they would share the processor
    void environment.ready.then(() => pool.prepare(configuration));
    return environment;
  }

  private async reap(before: number): Promise<void> {
    await Promise.all([this.options.pool.reap(before), ...this.functions.map((each) => each.reap(before))]);
  }
}
