import { Asked } from './asked';
import { Outcome } from './outcome';
import { notFound, versionMismatch } from '../answer/problems';
import { versionOf } from '../item/entity-tag';
import { lifeStateOf } from '../item/lifetime';
import { getItem } from '../plan/get-item';
import { isExcluded, meetsIfMatch } from '../request/preconditions';
import { one, Steps } from '../store/call';

/** GET and HEAD of an item. */
export function* get(asked: Asked): Steps<Outcome> {
  const { api: { model, fingerprint }, preconditions, now } = asked;
  const result = yield* one(getItem(asked, asked.id!, model.response.consistentGet));
  const item = result.kind === 'done' ? result.output.Item : undefined;
  if (!item || lifeStateOf(model, item, now) !== 'live') throw notFound();
  const version = versionOf(item);
  if (!meetsIfMatch(preconditions, version)) throw versionMismatch(asked, item);
  return isExcluded(preconditions, version, fingerprint) ? { kind: 'notModified', item } : { kind: 'item', item };
}
