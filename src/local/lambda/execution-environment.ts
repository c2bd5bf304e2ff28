import { randomBytes, randomUUID } from 'node:crypto';
import type { FunctionConfiguration } from './configuration';
import { Credentials, issueCredentials } from './credentials';
import { Deferred } from '../deferred';
import { initMessageOf, logStreamNameOf } from './environment';
import type { FunctionError } from './function-error';
import type { HostProcess } from './host-process';
import type { InvocationRequest } from './invocation';
import { LIMITS } from './limits';
import { LogSink, neutralized } from './log-lines';
import type { FromHost } from './protocol';

export type EnvironmentResult =
  | { readonly outcome: 'success'; readonly payload: string }
  | { readonly outcome: 'error'; readonly error: FunctionError }
  /** The process had ended before it saw the invocation, so that another one may take it. */
  | { readonly outcome: 'notStarted'; readonly error: FunctionError };

interface Running {
  readonly requestId: string;
  readonly causeId?: string;
  readonly startedAt: number;
  readonly settle: (result: EnvironmentResult) => void;
}

/** One process with one function loaded, credentials of its own, and at most one invocation at a time. */
export class ExecutionEnvironment {
  public readonly credentials: Credentials = issueCredentials();
  /** Resolves when the code is loaded; to an error if it cannot be. */
  public readonly ready: Promise<FunctionError | undefined>;
  /** False once the process has ended, or must not be used again. */
  public usable = true;
  public idleSince = Date.now();
  private running?: Running;
  private last?: Pick<Running, 'causeId' | 'startedAt'>;
  /** Why it ended. */
  private failure?: FunctionError;
  private readonly initialized = new Deferred<FunctionError | undefined>();

  constructor(
    private readonly configuration: FunctionConfiguration,
    private readonly host: HostProcess,
    private readonly log: LogSink,
    dynamoDbUrl?: string,
  ) {
    const limit = setTimeout(() => this.fail(timedOut(`Init phase timed out after ${seconds(LIMITS.initMillis)} seconds`)), LIMITS.initMillis);
    this.ready = this.initialized.promise.finally(() => clearTimeout(limit));
    host.attach({
      message: (message) => this.receive(message),
      exited: (description) => this.exited(description),
      line: (stream, text) => log({ functionName: configuration.name, stream, text }),
    });
    host.send(initMessageOf(configuration, this.credentials, logStreamNameOf(new Date(), randomBytes(16).toString('hex')), dynamoDbUrl));
  }

  /** What caused the invocation that ran at a moment. A call may be told about after the next invocation has begun. */
  public causeAt(epochMillis: number): string | undefined {
    const current = this.running && this.running.startedAt <= epochMillis ? this.running : this.last;
    return current?.causeId;
  }

  public invoke(event: string, { causeId, traceId }: InvocationRequest): Promise<EnvironmentResult> {
    const timeoutMillis = this.configuration.timeoutSeconds * 1000;
    const requestId = randomUUID();
    const startedAt = Date.now();
    return new Promise((resolve) => {
      const limit = setTimeout(
        () => this.fail(timedOut(`RequestId: ${requestId} Error: Task timed out after ${seconds(timeoutMillis)} seconds`)),
        timeoutMillis,
      );
      const settle = (result: EnvironmentResult) => {
        clearTimeout(limit);
        this.last = this.running;
        this.running = undefined;
        this.idleSince = Date.now();
        resolve(result);
      };
      this.running = { requestId, causeId, startedAt, settle };
      if (this.failure) settle({ outcome: 'notStarted', error: this.failure });
      else this.host.send({ type: 'invoke', requestId, event, traceId, deadline: startedAt + timeoutMillis });
    });
  }

  /** Ends the process. */
  public async stop(): Promise<void> {
    this.usable = false;
    await this.host.kill();
  }

  private receive(message: FromHost): void {
    switch (message.type) {
      case 'ready':
        return this.initialized.resolve(undefined);
      case 'initError':
        return this.fail(message.error);
      case 'result':
        return this.running?.settle({ outcome: 'success', payload: message.payload });
      case 'error':
        this.report(message.error);
        return this.running?.settle({ outcome: 'error', error: message.error });
      case 'late':
        this.usable = false;
        return this.report(message.error);
      case 'fatal':
        return this.fail(message.error, this.running?.requestId === message.requestId ? 'error' : 'notStarted');
    }
  }

  private exited(description: string): void {
    if (this.failure) return;
    const cause = description === 'exit status 0' ? 'Runtime exited without providing a reason' : `Runtime exited with error: ${description}`;
    const errorMessage = this.running ? `RequestId: ${this.running.requestId} Error: ${cause}` : cause;
    this.fail({ errorType: 'Runtime.ExitError', errorMessage });
  }

  /** The process is of no more use; whoever waits for it hears why. */
  private fail(error: FunctionError, outcome: 'error' | 'notStarted' = 'error'): void {
    const expected = !this.usable && !this.running; // it was stopped
    this.usable = false;
    this.failure = error;
    if (!expected) this.report(error);
    this.initialized.resolve(error);
    this.running?.settle({ outcome, error });
    void this.host.kill();
  }

  /** The runtime writes an error's type, message and stack to the log. */
  private report({ errorType, errorMessage, trace }: FunctionError): void {
    const text = trace && trace.length > 0 ? trace.join('\n') : `${errorType}: ${errorMessage}`;
    for (const line of text.split('\n')) this.log({ functionName: this.configuration.name, stream: 'stderr', text: neutralized(line) });
  }
}

function seconds(millis: number): string {
  return (millis / 1000).toFixed(2);
}

/** Where a limit of time is passed. */
function timedOut(errorMessage: string): FunctionError {
  return { errorType: 'Sandbox.Timedout', errorMessage };
}
