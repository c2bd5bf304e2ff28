/** One call that reached the endpoint, for the request log. */
export interface DynamoDbCall {
  readonly accessKeyId: string;
  /** `PutItem`. */
  readonly action: string;
  readonly input: unknown;
  readonly allowed: boolean;
  /** Why it was not allowed. */
  readonly denial?: string;
  /** `ConditionalCheckFailedException`. */
  readonly error?: string;
  /** 0 for a call that a fault kept from the store, unanswered. */
  readonly statusCode: number;
  /** The fault that it met, if faults are asked for: `reset-after`. */
  readonly fault?: string;
  /** Consumed, whether or not the caller asked. */
  readonly capacityUnits: number;
  readonly durationMs: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Whether an access key may make a call. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly message: string };
