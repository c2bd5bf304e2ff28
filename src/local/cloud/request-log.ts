import type { DynamoDbCall } from '../dynamodb';

/** A request to an API, with what it led to. */
export interface RequestRecord {
  /** The answer's `X-Request-Id`, the event's `requestContext.requestId`. */
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly durationMs: number;
  /** Whether the function's process was started for it; undefined if no function ran. */
  readonly cold?: boolean;
  /** The construct's path. */
  readonly function?: string;
  /** What it was in the entity's API: `list`. */
  readonly operation?: string;
  /** Why the gateway answered in the function's place. */
  readonly problem?: string;
  readonly calls: readonly LoggedCall[];
}

export interface LoggedCall extends DynamoDbCall {
  /** The IAM statement that would have allowed it. */
  readonly missingStatement?: object;
}

export interface RequestLogOptions {
  /** Requests kept; the oldest is forgotten. */
  readonly capacity?: number;
}

const CAPACITY = 500;

/** A larger input is not kept: 500 requests of 100 items each would fill the memory. */
const MAX_INPUT_BYTES = 64 * 1024;

/** The latest requests, in memory. */
export class RequestLog {
  private readonly records = new Map<string, RequestRecord & { readonly calls: LoggedCall[] }>();
  private readonly open = new Map<string, LoggedCall[]>();
  private readonly listeners = new Set<(record: RequestRecord) => void>();
  private readonly capacity: number;

  constructor({ capacity = CAPACITY }: RequestLogOptions = {}) {
    this.capacity = capacity;
  }

  /** From now on, calls can be attributed to the request. */
  public begin(requestId: string): void {
    this.open.set(requestId, []);
  }

  /** A call that the request caused. It may come after the answer. */
  public addCall(requestId: string, call: LoggedCall): void {
    const bounded = withBoundedInput(call);
    const record = this.records.get(requestId);
    (record?.calls ?? this.open.get(requestId))?.push(bounded);
    if (record) this.tell(record);
  }

  /** The request is answered. */
  public finish(record: Omit<RequestRecord, 'calls'>): void {
    const calls = this.open.get(record.requestId) ?? [];
    this.open.delete(record.requestId);
    const finished = { ...record, calls };
    this.records.set(record.requestId, finished);
    if (this.records.size > this.capacity) this.records.delete(this.records.keys().next().value!);
    this.tell(finished);
  }

  /** Requests that are not answered yet. */
  public get inFlight(): number {
    return this.open.size;
  }

  /** Newest first. */
  public list(): RequestRecord[] {
    return [...this.records.values()].reverse();
  }

  public find(requestId: string): RequestRecord | undefined {
    return this.records.get(requestId);
  }

  /** Calls back for every answered request, and again if a call of it comes late. @returns how to stop it */
  public subscribe(listener: (record: RequestRecord) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(record: RequestRecord): void {
    for (const listener of this.listeners) listener(record);
  }
}

function withBoundedInput(call: LoggedCall): LoggedCall {
  const bytes = Buffer.byteLength(JSON.stringify(call.input) ?? '');
  return bytes <= MAX_INPUT_BYTES ? call : { ...call, input: { omitted: `${bytes} bytes` } };
}
