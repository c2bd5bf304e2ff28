import { Asked } from './asked';
import { Outcome } from './outcome';
import { Problem } from '../answer/problem';
import { textAt } from '../item/attributes';
import { lifeStateOf } from '../item/lifetime';
import { getItem } from '../plan/get-item';
import { recordedItem } from '../plan/idempotency';
import { AttributeMap, one, Steps } from '../store/call';

/** Answers a request that was answered before by what it made, as it is now. */
export function* replayed(asked: Asked, record: AttributeMap): Steps<Outcome> {
  const { api: { model }, now } = asked;
  const { id, createdAt } = recordedItem(record, asked);
  const result = yield* one(getItem(asked, id, true));
  const item = result.kind === 'done' ? result.output.Item : undefined;
  if (!item || textAt(item, 'createdAt') !== createdAt || lifeStateOf(model, item, now) !== 'live') throw new Problem(409, 'conflict', 'the item that this request made is gone');
  return { kind: 'item', item, created: true, replayed: true };
}
