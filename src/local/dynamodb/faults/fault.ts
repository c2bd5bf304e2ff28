/**
 * What can go wrong between a function and its store, by when it does.
 *
 * The rates are those of `seededFaults`, unless others are asked for: enough to see each of them within some hundred requests,
 * and so few that most requests get through, since the functions make further attempts.
 */
export const FAULTS = {
  'throttle': { rate: 0.05, means: 'refused for too much traffic' },
  'conflict': { rate: 0.02, means: 'refused, as if a transaction held the item', actions: ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems'] },
  'error-before': { rate: 0.01, means: 'InternalServerError, without effect' },
  'error-after': { rate: 0.01, means: 'took effect, and answered InternalServerError' },
  'reset-before': { rate: 0.02, means: 'connection reset, without effect' },
  'reset-after': { rate: 0.03, means: 'took effect, and the connection was reset before the answer' },
  'hang': { rate: 0.005, means: 'took effect, and never answered' },
  'slow': { rate: 0.005, means: 'took effect, and answers at 10 bytes a second' },
  'malformed': { rate: 0.01, means: 'took effect, and the answer is cut in the middle' },
  'wrong-checksum': { rate: 0.01, means: 'took effect, and the answer does not match its checksum' },
  'unprocessed': { rate: 0.1, means: 'every second request of the batch is left unprocessed', actions: ['BatchWriteItem'] },
} as const satisfies Record<string, FaultDescription>;

interface FaultDescription {
  /** Of the calls that can meet it. */
  readonly rate: number;
  readonly means: string;
  /** The actions whose calls can meet it. @default - all */
  readonly actions?: readonly string[];
}

export type FaultKind = keyof typeof FAULTS;

export const FAULT_KINDS = Object.keys(FAULTS) as readonly FaultKind[];

/** An error of DynamoDB in place of the call's own answer, for what has no kind of its own: a table that is gone, a key that is disabled. */
export interface ErrorAnswer {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly [member: string]: unknown };
}

/** A call as far as a fault depends on it. */
export interface FaultyCall {
  /** `PutItem`. */
  readonly action: string;
  readonly input: unknown;
}

/** Decides which fault a call meets, if any. Asked once for every call that the caller's role allows, in the order of their arrival. */
export type ChooseFault = (call: FaultyCall) => FaultKind | ErrorAnswer | undefined;

export function canMeet(kind: FaultKind, action: string): boolean {
  const { actions }: FaultDescription = FAULTS[kind];
  return actions === undefined || actions.includes(action);
}

/** How the log calls it. */
export function nameOf(fault: FaultKind | ErrorAnswer): string {
  return typeof fault === 'string' ? fault : fault.body.__type.replace(/^.*#/, '');
}
