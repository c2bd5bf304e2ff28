import { Asked } from './asked';
import { Outcome } from './outcome';
import { Problem } from '../answer/problem';
import { unknownOutcome, versionMismatch } from '../answer/problems';
import { isGenerated } from '../item/item-id';
import { JsonObject } from '../item/json-object';
import { chosenId, readItem } from '../item/read-item';
import { encodeFields } from '../item/stored-item';
import { carries, mayHaveForgotten, TOKENS } from '../item/write-token';
import { isAbsent } from '../plan/conditions';
import { idAttribute, keyOf } from '../plan/key';
import { putItem } from '../plan/put-item';
import { AttributeMap, one, Steps } from '../store/call';

/** POST of a new item. */
export function* create(asked: Asked): Steps<Outcome> {
  const { api, body = null, now, token, preconditions } = asked;
  const generated = isGenerated(api.model.entity);
  const fields = readItem(api, body, generated ? [] : chosenId(api, body));
  const item = newItem(asked, generated ? asked.newId() : (body as { id: string }).id, fields);
  const result = yield* one(putItem(asked, item, [isAbsent(idAttribute(api.model))]));

  if (result.kind !== 'conditionFailed' || (result.item && carries(result.item, token))) return { kind: 'item', item, created: true };
  if (result.unsure && result.item && mayHaveForgotten(result.item, now)) throw unknownOutcome();
  if (preconditions.ifNoneMatch === '*') throw versionMismatch(asked, result.item);
  throw new Problem(409, 'already-exists', 'an item with this id exists', { errors: [{ pointer: '/id', code: 'already-exists', detail: 'is taken' }] });
}

/** The attributes of a first version. */
export function newItem(asked: Asked, id: string, fields: JsonObject): AttributeMap {
  const { api: { model }, now, token } = asked;
  const instant = { S: new Date(now).toISOString() };
  return {
    ...keyOf(asked, id),
    ...encodeFields(model, fields),
    createdAt: instant,
    updatedAt: instant,
    version: { N: '1' },
    [TOKENS[0]]: { S: token.text },
  };
}
