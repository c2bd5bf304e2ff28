import type { FunctionError } from './function-error';

/** What the local cloud and a function's process say to each other, over the process's IPC channel. */
export type ToHost = InitMessage | InvokeMessage;

/** Loads the code: the first message, once. */
export interface InitMessage {
  readonly type: 'init';
  readonly directory: string;
  readonly handler: string;
  readonly runtimeMajor: number;
  /** The whole environment: nothing else is left of what the process was started with. */
  readonly environment: Record<string, string>;
  readonly context: StaticContext;
}

/** What is the same in the context of every invocation. */
export interface StaticContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** One invocation. The next is sent only after this one's result. */
export interface InvokeMessage {
  readonly type: 'invoke';
  readonly requestId: string;
  /** The event, as JSON: each invocation parses its own. */
  readonly event: string;
  /** Epoch milliseconds at which the invocation is ended. */
  readonly deadline: number;
  readonly traceId: string;
}

export type FromHost =
  | { readonly type: 'ready' }
  | { readonly type: 'initError'; readonly error: FunctionError }
  /** `payload` is the handler's answer as JSON. */
  | { readonly type: 'result'; readonly requestId: string; readonly payload: string }
  | { readonly type: 'error'; readonly requestId: string; readonly error: FunctionError }
  /** An error of an earlier invocation surfaced during another one. */
  | { readonly type: 'late'; readonly error: FunctionError }
  /** The process is about to end; `requestId` is the invocation it was working on, if any. */
  | { readonly type: 'fatal'; readonly requestId?: string; readonly error: FunctionError };
