/** An app that runs on this machine, for a test to call. */
export interface LocalCloud {
  /** Where the app is: of the first distribution, or else of the first API. Without trailing slash. */
  readonly url: string;
  /** Each API with an address of its own. */
  readonly apis: readonly Served[];
  /** Each distribution. */
  readonly sites: readonly Served[];
  /** The stacks' outputs, addresses on AWS replaced by local ones. */
  readonly outputs: readonly StackOutput[];
  /** What constructs warn of, what is not run locally, and what happened to kept items, a line each. */
  readonly notices: readonly string[];
  /** The requests so far, each with its calls to DynamoDB. */
  readonly requests: CallLog;
  /** Lets the requests in flight finish, then ends every process and port, and removes what was synthesized for this start. */
  stop(): Promise<void>;
}

export interface Served {
  readonly name: string;
  /** Without trailing slash. */
  readonly url: string;
}

export interface StackOutput {
  readonly stack: string;
  readonly key: string;
  readonly value: string;
}

/** The latest requests of one local cloud. */
export interface CallLog {
  /** Newest first. */
  list(): RequestRecord[];
  /** By the answer's `X-Request-Id`. */
  find(requestId: string): RequestRecord | undefined;
  /** Calls back for every answered request, and again if a call of it comes late. @returns how to stop it */
  subscribe(listener: (record: RequestRecord) => void): () => void;
}

/** A request to an API, with what it led to. */
export interface RequestRecord {
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
  /** The path of the function's construct. */
  readonly function?: string;
  /** What it was in the entity's API: `list`. */
  readonly operation?: string;
  /** Why the gateway answered in the function's place. */
  readonly problem?: string;
  readonly calls: readonly DynamoDbCall[];
}

/** A call of a function to DynamoDB. */
export interface DynamoDbCall {
  /** `PutItem`. */
  readonly action: string;
  /** As the function sent it. */
  readonly input: unknown;
  /** Whether the function's role allows it. */
  readonly allowed: boolean;
  readonly denial?: string;
  /** The IAM statement that would have allowed it. */
  readonly missingStatement?: object;
  /** `ConditionalCheckFailedException`. */
  readonly error?: string;
  /** The fault that `chaos` has made it meet: `throttle`. */
  readonly fault?: string;
  readonly statusCode: number;
  /** Read or write units. */
  readonly capacityUnits: number;
  readonly durationMs: number;
  /** Epoch milliseconds. */
  readonly at: number;
}
