import { Asked } from './asked';
import { Outcome } from './outcome';
import { Problem } from '../answer/problem';
import { lifeStateOf } from '../item/lifetime';
import { getItem } from '../plan/get-item';
import { recordedItem } from '../plan/idempotency';
import { AttributeMap, one, Steps } from '../store/call';

/** Answers a request that was answered before by what it made, as it is now. */
export function* replayed(asked: Asked, record: AttributeMap): Steps<Outcome> {
  const { api: { model }, body, now } = asked;
  const result = yield* one(getItem(asked, recordedItem(record, body), true));
  const item = result.kind === 'done' ? result.output.Item : undefined;
  if (!item || lifeStateOf(model, item, now) !== 'live') throw new Problem(409, 'conflict', 'the item that this request made is gone');
  return { kind: 'item', item, created: true, replayed: true };
}
