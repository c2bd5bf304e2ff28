import { Asked } from './asked';
import { Outcome } from './outcome';
import { replayed } from './replay';
import { HIDDEN } from '../../model';
import { alreadyExists, unknownOutcome, versionMismatch } from '../answer/problems';
import { isGenerated } from '../item/item-id';
import { JsonObject } from '../item/json-object';
import { beginning, expiryOf, lifeStateOf } from '../item/lifetime';
import { chosenId, readItem } from '../item/read-item';
import { encodeFields } from '../item/stored-item';
import { carries, lifeOf, mayBeAnother, mayHaveForgotten, TOKENS } from '../item/write-token';
import { either, isAbsent, isGone } from '../plan/conditions';
import { idempotencyRecord } from '../plan/idempotency';
import { idAttribute, keyOf } from '../plan/key';
import { markerChanges } from '../plan/markers';
import { parentCheck } from '../plan/parent-check';
import { putItem } from '../plan/put-item';
import { Companion, refusalOf, together } from '../plan/transaction';
import { AttributeMap, Call, Completed, one, Steps } from '../store/call';

/** POST of a new item, or PUT of one that has no id yet, which no tag can match. */
export function* create(asked: Asked): Steps<Outcome> {
  const { id, item } = readNewItem(asked);
  if (asked.name === 'upsert' && asked.preconditions.ifMatch) throw versionMismatch(asked);
  const record = idempotencyRecord(asked, id);
  const companions = [...(record ? [record] : []), ...companionsOf(asked, id, item)];
  const result = yield* one(together(asked, creation(asked, item), companions));
  // whatever else the request would find taken is then its own
  if (record && result.kind === 'canceled' && result.reasons[1].Item) return yield* replayed(asked, result.reasons[1].Item);
  judgeCreate(asked, result, companions);
  return { kind: 'item', item: asMade(item, result), created: true };
}

/** With the time of the attempt that made it, which need not be the first one. */
function asMade(item: AttributeMap, result: Completed): AttributeMap {
  const made = result.kind === 'done' ? result.sent.Item as AttributeMap | undefined : result.kind === 'conditionFailed' ? result.item : undefined;
  return made ? { ...item, createdAt: made.createdAt, updatedAt: made.createdAt } : item;
}

/** The first version of the item that the body describes. */
export function readNewItem(asked: Asked): { id: string; item: AttributeMap } {
  const { api, body = null, newId } = asked;
  const generated = isGenerated(api.model.entity);
  const fields = readItem(api, body, generated ? [] : chosenId(api, body));
  const id = generated ? newId() : (body as { id: string }).id;
  return { id, item: newItem(asked, id, fields) };
}

function newItem(asked: Asked, id: string, fields: JsonObject): AttributeMap {
  const { api: { model }, now, token } = asked;
  const instant = beginning(now);
  const attributes = encodeFields(model, fields);
  const expiry = expiryOf(attributes);
  return {
    ...keyOf(asked, id),
    ...attributes,
    ...(expiry && { [HIDDEN.timeToLive]: expiry }),
    createdAt: instant,
    updatedAt: instant,
    version: { N: '1' },
    [TOKENS[0]]: { S: token.text },
    [HIDDEN.life]: { S: lifeOf(token) },
  };
}

/** Puts the item where there is none, or one whose time has passed. */
export function creation(asked: Asked, item: AttributeMap): Call {
  const { api: { model }, now } = asked;
  return putItem(asked, item, [either([isAbsent(idAttribute(model))], ...isGone(model, now))]);
}

/** What a new item takes along: its unique values, and that its parent is there. */
export function companionsOf(asked: Asked, id: string, item: AttributeMap): Companion[] {
  const parent = parentCheck(asked);
  return [...(parent ? [parent] : []), ...markerChanges(asked, id, undefined, item)];
}

/** A failed create is a problem, unless it shows that an earlier attempt has succeeded. */
export function judgeCreate(asked: Asked, result: Completed, companions: readonly Companion[]): void {
  if (result.kind === 'done') return;
  const { api: { model }, token, now, preconditions } = asked;
  if (result.kind === 'canceled') {
    const refusal = refusalOf(companions, result.reasons);
    if (refusal) throw refusal;
  } else if (result.item) {
    if (carries(result.item, token)) return;
    if (result.unsure && (mayHaveForgotten(result.item, now) || mayBeAnother(result.item, now))) throw unknownOutcome();
  }
  if (preconditions.ifNoneMatch !== '*') throw alreadyExists();
  const taken = result.kind === 'canceled' ? result.reasons[0].Item : result.item;
  throw versionMismatch(asked, taken && lifeStateOf(model, taken, now) === 'live' ? taken : undefined);
}
