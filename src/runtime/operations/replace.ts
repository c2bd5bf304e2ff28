import { Asked } from './asked';
import { fixedConditions, FixedFields, immutableFields, judgeUpdate } from './judge-update';
import { Outcome } from './outcome';
import { Problem } from '../answer/problem';
import { isGenerated } from '../item/item-id';
import { JsonObject } from '../item/json-object';
import { readItem, sameId } from '../item/read-item';
import { encodeFields } from '../item/stored-item';
import { exists, isAbsent, preconditionParts } from '../plan/conditions';
import { idAttribute } from '../plan/key';
import { Change, updateItem } from '../plan/update-item';
import { AttributeMap, one, Steps } from '../store/call';

/** PUT of an item: of one that exists, or of any where clients choose ids. */
export function* replace(asked: Asked): Steps<Outcome> {
  const id = asked.id!;
  return yield* replaceItem(asked, id, readItem(asked.api, asked.body!, sameId(asked.body!, id)));
}

export function* replaceItem(asked: Asked, id: string, fields: JsonObject): Steps<Outcome> {
  const { api: { model, fingerprint }, preconditions, now } = asked;
  const attributes = encodeFields(model, fields);
  const fixed: FixedFields = new Map(immutableFields(model).map((name) => [name, attributes[name]]));
  const attribute = idAttribute(model);
  const creates = !isGenerated(model.entity);
  const call = updateItem(asked, id, replacement(asked, attributes), [
    ...(creates ? [] : [exists(attribute)]),
    ...preconditionParts(preconditions, attribute, fingerprint),
    ...fixedConditions(fixed, creates ? isAbsent(attribute) : undefined),
  ]);
  const judgement = judgeUpdate(asked, yield* one(call), fixed);
  if ('current' in judgement) throw new Problem(409, 'conflict', 'the item was written at the same time; try again');
  const { written } = judgement;
  return { kind: 'item', item: written, created: isFirstVersion(written, now) };
}

/** Sets all, removes what is absent. Fields that only the server sets, and those that no answer shows, stay as they are unless they are said. */
function replacement({ api: { model }, now }: Asked, attributes: AttributeMap): Change {
  const entries = Object.entries(model.schema.properties);
  return {
    set: entries.filter(([name, { readOnly }]) => attributes[name] && !readOnly).map(([name]) => [[name], attributes[name]]),
    remove: entries.filter(([name, { readOnly, writeOnly }]) => !attributes[name] && !readOnly && !writeOnly).map(([name]) => [name]),
    keep: [
      ['createdAt', { S: new Date(now).toISOString() }],
      ...entries.filter(([name, { readOnly }]) => attributes[name] && readOnly).map(([name]) => [name, attributes[name]] as const),
    ],
  };
}

/** Whether the write made the item, which shows in its first version alone. */
function isFirstVersion({ version, createdAt }: AttributeMap, now: number): boolean {
  return 'N' in version && version.N === '1' && 'S' in createdAt && createdAt.S === new Date(now).toISOString();
}
