import { Asked } from './asked';
import { preconditions, requirePrecondition } from './demands';
import { fixedConditions, FixedFields, immutableFields } from './fixed-fields';
import { Attempt, judge, Written } from './judge';
import { Outcome } from './outcome';
import { readCurrent, writeOnVersion } from './write-on-version';
import { isGenerated } from '../item/item-id';
import { JsonObject } from '../item/json-object';
import { DELETED_AT, lifeStateOf } from '../item/lifetime';
import { allowedId, readItem, sameId } from '../item/read-item';
import { encodeFields } from '../item/stored-item';
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
  const fixed: FixedFields = new Map(immutableFields(model).map((name) => [name, attributes[name]]));
  const attempt: Attempt = { fixed, creates: !isGenerated(model.entity) };
  const changeOf = (current: AttributeMap | undefined) => replacement(asked, attributes, current !== undefined && lifeStateOf(model, current, now) === 'gone');

  const first = uniqueFields(model).length > 0
    ? yield* readCurrent(asked, id, attempt)
    : judge(asked, yield* one(updateItem(asked, id, replacement(asked, attributes, false), replaceable(asked, attempt))), attempt);
  return outcome(yield* writeOnVersion(asked, id, first, changeOf, attempt), now);
}

/** An item that clients can see and whose fixed fields stay; or none, where a PUT creates and needs no other row for it. */
function replaceable(asked: Asked, { creates, fixed = new Map() }: Attempt): Condition[] {
  const { api: { model }, now } = asked;
  const existing = [...isLive(model, now), ...fixedConditions(fixed)];
  const attribute = idAttribute(model);
  if (!creates || parentCheck(asked)) return [exists(attribute), ...existing, ...preconditions(asked)];
  return [...(existing.length > 0 ? [either([isAbsent(attribute)], existing)] : []), ...preconditions(asked)];
}

/** Sets all, removes what is absent. Fields that only the server sets, and those that no answer shows, stay as they are unless they are said. */
function replacement({ api: { model }, now }: Asked, attributes: AttributeMap, anew: boolean): Change {
  const entries = Object.entries(model.schema.properties);
  const set = entries.filter(([name, { readOnly }]) => attributes[name] && (anew || !readOnly)).map(([name]) => [[name], attributes[name]] as const);
  if (anew) {
    const absent = entries.filter(([name]) => !attributes[name]).map(([name]) => [name]);
    return { set, remove: [...absent, [DELETED_AT]], anew };
  }
  return {
    set,
    remove: entries.filter(([name, { readOnly, writeOnly }]) => !attributes[name] && !readOnly && !writeOnly).map(([name]) => [name]),
    keep: [
      ['createdAt', { S: new Date(now).toISOString() }],
      ...entries.filter(([name, { readOnly }]) => attributes[name] && readOnly).map(([name]) => [name, attributes[name]] as const),
    ],
  };
}

/** A write that has made the item shows in its first version alone. */
function outcome({ written: item, replayed }: Written, now: number): Outcome {
  if (!item) return { kind: 'nothing' };
  const { version, createdAt } = item;
  const created = 'N' in version && version.N === '1' && 'S' in createdAt && createdAt.S === new Date(now).toISOString();
  return { kind: 'item', item, created, replayed };
}
