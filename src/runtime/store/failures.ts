import { AttributeMap, CancellationReason } from './call';
import { NOT_CONNECTED, TIMED_OUT } from './connection';
import { Problem } from '../answer/problem';

/** Why an attempt failed that a later one need not. */
export type Cause = 'throttled' | 'contended' | 'broken' | 'silent';

/** What a failed attempt means. `applied` says whether the call can have taken effect all the same. */
export type Failure =
  | { readonly kind: 'conditionFailed'; readonly item?: AttributeMap }
  | { readonly kind: 'canceled'; readonly reasons: readonly CancellationReason[] }
  | { readonly kind: 'transient'; readonly applied: 'no' | 'maybe'; readonly cause: Cause }
  | { readonly kind: 'fatal'; readonly problem?: Problem };

/** What is read of the errors of the store, of Node's sockets and of a request without an answer. */
interface StoreError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly Item?: AttributeMap;
  readonly CancellationReasons?: readonly CancellationReason[];
  readonly statusCode?: number;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const THROTTLED = new Set([
  'ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded',
  // the same, as reasons of a cancelled transaction
  'ProvisionedThroughputExceeded', 'ThrottlingError',
]);
const CONTENDED = new Set(['TransactionConflictException', 'TransactionInProgressException', 'ReplicatedWriteConflictException', 'TransactionConflict']);
/** No connection came about, so the store has not seen the call. */
const NOT_SENT = new Set([NOT_CONNECTED, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const NETWORK = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
/** An answer that is none. */
const GARBLED = 'SyntaxError';

export function failureOf(error: unknown): Failure {
  const { name = '', code = '', message = '', Item, CancellationReasons = [], statusCode = 0 } = error as StoreError;
  if (name === 'ConditionalCheckFailedException') return { kind: 'conditionFailed', item: Item };
  if (name === 'TransactionCanceledException') return canceled(CancellationReasons);
  if (THROTTLED.has(name)) return { kind: 'transient', applied: 'no', cause: 'throttled' };
  if (CONTENDED.has(name)) return { kind: 'transient', applied: 'no', cause: 'contended' };
  if (NOT_SENT.has(code)) return { kind: 'transient', applied: 'no', cause: 'broken' };
  if (name === TIMED_OUT) return { kind: 'transient', applied: 'maybe', cause: 'silent' };
  if (statusCode >= 500 || NETWORK.has(code) || name === GARBLED) return { kind: 'transient', applied: 'maybe', cause: 'broken' };
  return { kind: 'fatal', problem: name === 'ValidationException' ? refusal(message) : undefined };
}

/** Reasons that pass by themselves are no answer; any other one is. */
function canceled(reasons: readonly CancellationReason[]): Failure {
  const codes = reasons.map(({ Code = 'None' }) => Code).filter((code) => code !== 'None');
  if (codes.length > 0 && codes.every((code) => CONTENDED.has(code) || THROTTLED.has(code))) {
    return { kind: 'transient', applied: 'no', cause: codes.some((code) => THROTTLED.has(code)) ? 'throttled' : 'contended' };
  }
  if (codes.includes('ConditionalCheckFailed')) return { kind: 'canceled', reasons };
  return { kind: 'fatal', problem: refusal(reasons.map(({ Message = '' }) => Message).join()) };
}

/**
 * The store alone knows how large an item grows by an update, and how it counts the attributes of a key together.
 * Its words on keys: seen in formkiq/formkiq-core#271, amazon-archives/dynamodb-janusgraph-storage-backend#296, wellcomecollection/platform#2285.
 */
function refusal(message: string): Problem | undefined {
  if (/item size/i.test(message)) return new Problem(413, 'item-too-large', 'an item can have at most 400 KB');
  return /size of (?:hashkey|all range keys)|limit exceeded for index key/i.test(message) ? keyTooLong() : undefined;
}

function keyTooLong(): Problem {
  const detail = 'the fields of an index are too long together: those that partition it have at most 2048 bytes with their owner, and those that sort it 1024 with the id';
  return new Problem(400, 'validation-failed', 'the item does not fit an index', { errors: [{ pointer: '', code: 'length', detail }] });
}
