import { createHash } from 'node:crypto';
import { either, isAbsent, isAtMost } from './conditions';
import { RECORD_ITEM, recordKey, recordPartition } from './markers';
import { Companion } from './transaction';
import { canonicalJson, HIDDEN } from '../../model';
import { Problem } from '../answer/problem';
import { textAt } from '../item/attributes';
import { EXPIRES_AT, timeToLive } from '../item/lifetime';
import { WriteToken, writeToken } from '../item/write-token';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';
import { Expression } from '../store/expression';

/** As long as a client may repeat a request. */
const REMEMBERED = 24 * 60 * 60 * 1000;
const RECORD_REQUEST = '_request';

/** The record that a create with an `Idempotency-Key` leaves; its condition fails while there is one of an earlier request. */
export function idempotencyRecord(asked: Asked, id: string): Companion | undefined {
  const { api: { model, recordTableName }, scope, caller, idempotencyKey, now } = asked;
  if (idempotencyKey === undefined) return undefined;
  const expression = new Expression();
  const until = now + REMEMBERED;
  return {
    entry: {
      Put: {
        TableName: recordTableName,
        Item: {
          ...recordKey(recordPartition(model, 'idempotency', [scope, caller, idempotencyKey])),
          [RECORD_ITEM]: { S: id },
          [RECORD_REQUEST]: { S: requestHash(asked) },
          [EXPIRES_AT]: { S: new Date(until).toISOString() },
          [HIDDEN.timeToLive]: timeToLive(until),
        },
        ConditionExpression: either([isAbsent('id')], [isAtMost(EXPIRES_AT, { S: new Date(now).toISOString() })])(expression),
        ...expression.placeholders,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refusal: keyReused,
  };
}

/** The item that the first request with the key has made, and when: others may have made one of the same id since. */
export function recordedItem(record: AttributeMap, asked: Asked): { readonly id: string; readonly createdAt: string } {
  if (textAt(record, RECORD_REQUEST) !== requestHash(asked)) throw keyReused();
  const until = Date.parse(textAt(record, EXPIRES_AT)!);
  return { id: textAt(record, RECORD_ITEM)!, createdAt: new Date(until - REMEMBERED).toISOString() };
}

const KEY_DIGITS = 12;
const REQUEST_DIGITS = 8;

/** The token of a write that its client may repeat under a key: whoever meets it knows whether it is the same request. */
export function keyedToken(now: number, key: readonly unknown[], request: KeyedRequest): WriteToken {
  return writeToken(now, hash(JSON.stringify(key)).slice(0, KEY_DIGITS), requestHash(request).slice(0, REQUEST_DIGITS));
}

type KeyedRequest = Pick<Asked, 'name' | 'body'>;

/** Equal bodies in another form are the same request; those of another operation are not. */
function requestHash({ name, body = null }: KeyedRequest): string {
  return hash(canonicalJson([name, body]));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function keyReused(): Problem {
  return new Problem(422, 'idempotency-key-reused', 'the Idempotency-Key was used for another request', {
    errors: [{ header: 'Idempotency-Key', code: 'idempotency-key-reused', detail: 'must be new for each request' }],
  });
}
