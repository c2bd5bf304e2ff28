import { Asked } from './asked';
import { preconditions, requirePrecondition } from './demands';
import { fixedConditions, FixedFields, immutableFields } from './fixed-fields';
import { Attempt, judge, Written } from './judge';
import { Outcome } from './outcome';
import { readCurrent, writeOnVersion } from './write-on-version';
import { attributeAt } from '../item/attributes';
import { isGenerated } from '../item/item-id';
import { isJsonObject, JsonObject } from '../item/json-object';
import { DELETED_AT, lifeStateOf } from '../item/lifetime';
import { allowedId, readItem, sameId } from '../item/read-item';
import { encodeFields } from '../item/stored-item';
import { isMadeBy } from '../item/write-token';
import { Condition, either, exists, isAbsent, isLive } from '../plan/conditions';
import { idAttribute } from '../plan/key';
import { uniqueFields } from '../plan/markers';
import { parentCheck } from '../plan/parent-check';
import { Change, updateItem } from '../plan/update-item';
import { AttributeMap, one, Steps } from '../store/call';

/** PUT of an item: of one that exists, or of any where clients choose ids. */
export function* replace(asked: Asked): Steps<Outcome> {
  const { api, body = null } = asked;
  const id = asked.id!;
  const idViolations = [...sameId(body, id), ...(isGenerated(api.model.entity) ? [] : allowedId(api, id))];
  return yield* replaceItem(asked, id, readItem(api, body, idViolations));
}

export function* replaceItem(asked: Asked, id: string, fields: JsonObject): Steps<Outcome> {
  requirePrecondition(asked);
  const { api: { model }, now } = asked;
  const attributes = encodeFields(model, fields);
  const unsaid = unsaidFields(asked);
  const said = immutableFields(model).filter((name) => !unsaid.includes(name));
  const fixed: FixedFields = new Map(said.map((name) => [name, attributeAt(attributes, name)]));
  const attempt: Attempt = { fixed, creates: !isGenerated(model.entity) };
  const changeOf = (current: AttributeMap | undefined) => replacement(asked, attributes, current !== undefined && lifeStateOf(model, current, now) === 'gone');

  const first = uniqueFields(model).length > 0
    ? yield* readCurrent(asked, id, attempt)
    : judge(asked, yield* one(updateItem(asked, id, replacement(asked, attributes, false), replaceable(asked, attempt))), attempt);
  return outcome(asked, yield* writeOnVersion(asked, id, first, changeOf, attempt));
}

/** An item that clients can see and whose fixed fields stay; or none, where a PUT creates, needs no other row for it, and is told that it did. */
function replaceable(asked: Asked, { creates, fixed = new Map() }: Attempt): Condition[] {
  const { api: { model }, now } = asked;
  const existing = [...isLive(model, now), ...fixedConditions(fixed)];
  const attribute = idAttribute(model);
  if (!creates || asked.inTransaction || parentCheck(asked)) return [exists(attribute), ...existing, ...preconditions(asked)];
  return [...(existing.length > 0 ? [either([isAbsent(attribute)], existing)] : []), ...preconditions(asked)];
}

/** Sets all, removes what is absent. Fields that the client cannot know stay as they are. */
function replacement(asked: Asked, attributes: AttributeMap, anew: boolean): Change {
  const { api: { model } } = asked;
  const names = Object.keys(model.schema.properties);
  const kept = anew ? [] : unsaidFields(asked);
  const replaced = names.filter((name) => !kept.includes(name));
  const has = (name: string) => Object.hasOwn(attributes, name);
  return {
    set: replaced.filter(has).map((name) => [[name], attributes[name]]),
    remove: [...replaced.filter((name) => !has(name)).map((name) => [name]), ...(anew ? [[DELETED_AT]] : [])],
    keep: kept.filter(has).map((name) => [name, attributes[name]]),
    creates: !anew,
    anew,
  };
}

/** What no answer shows and the request does not say, and what only the server sets: so that what was got can be put back. */
function unsaidFields({ api: { model: { schema } }, body }: Asked): string[] {
  const isSaid = (name: string) => isJsonObject(body) && Object.hasOwn(body, name);
  return Object.keys(schema.properties).filter((name) => schema.properties[name].readOnly || (schema.properties[name].writeOnly && !isSaid(name)));
}

function outcome({ api: { model }, token }: Asked, { written: item, replayed }: Written): Outcome {
  if (!item) return { kind: 'nothing' };
  const created = !isGenerated(model.entity) && isMadeBy(item, token);
  return { kind: 'item', item, created, replayed };
}
