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
  /** The bundled function host; absent: beside this code. */
  readonly hostEntry?: string;
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
  private readonly pool: HostPool;
  private readonly reaper: NodeJS.Timeout;

  constructor(private readonly options: LambdaOptions) {
    this.pool = new HostPool(options.hostEntry);
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

  /** Starts a process ahead of the first invocation. */
  public warmUp(configuration: FunctionConfiguration): void {
    this.pool.prepare(hostNeeds(configuration));
  }

  /** Whose credentials these are. */
  public callerOf(accessKeyId: string): Caller | undefined {
    return this.callers.get(accessKeyId);
  }

  /** Ends every process. */
  public async stop(): Promise<void> {
    clearInterval(this.reaper);
    await Promise.all([this.pool.stop(), ...this.functions.map((each) => each.stop())]);
  }

  private startEnvironment(configuration: FunctionConfiguration): ExecutionEnvironment {
    const needs = hostNeeds(configuration);
    const environment = new ExecutionEnvironment(configuration, this.pool.claim(needs), this.options.log, this.options.dynamoDbUrl);
    this.callers.set(environment.credentials.accessKeyId, { function: configuration, causeAt: (at) => environment.causeAt(at) });
    // not before this one has started: they would share the processor
    void environment.ready.then(() => this.pool.prepare(needs));
    return environment;
  }

  private async reap(before: number): Promise<void> {
    await Promise.all([this.pool.reap(before), ...this.functions.map((each) => each.reap(before))]);
  }
}

function hostNeeds({ memoryMegabytes, environment }: FunctionConfiguration) {
  return { memoryMegabytes, nodeOptions: environment.NODE_OPTIONS };
}
