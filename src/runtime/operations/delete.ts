import { Asked } from './asked';
import { Outcome } from './outcome';
import { notFound, unknownOutcome, versionMismatch } from '../answer/problems';
import { versionOf } from '../item/entity-tag';
import { LONGEST_WRITE } from '../item/write-token';
import { exists, preconditionParts } from '../plan/conditions';
import { deleteItem } from '../plan/delete-item';
import { idAttribute } from '../plan/key';
import { one, Steps } from '../store/call';

/** DELETE of an item. */
export function* remove(asked: Asked): Steps<Outcome> {
  const { api: { model, fingerprint }, preconditions, now } = asked;
  const attribute = idAttribute(model);
  const result = yield* one(deleteItem(asked, asked.id!, [exists(attribute), ...preconditionParts(preconditions, attribute, fingerprint)]));
  if (result.kind !== 'conditionFailed') return { kind: 'nothing' };

  const { item, unsure } = result;
  // an item that a later attempt does not find any more is the one that an earlier attempt deleted
  if (!item && unsure) return { kind: 'nothing' };
  if (!item) throw notFound();
  const { createdAt = '' } = versionOf(item);
  if (unsure && createdAt >= new Date(now - LONGEST_WRITE).toISOString()) throw unknownOutcome();
  throw versionMismatch(asked, item);
}
