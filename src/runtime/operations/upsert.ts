import { Asked } from './asked';
import { create } from './create';
import { Outcome } from './outcome';
import { replaceItem } from './replace';
import { isGenerated } from '../item/item-id';
import { isJsonObject } from '../item/json-object';
import { chosenId, readItem } from '../item/read-item';
import { Steps } from '../store/call';

/** PUT of an item whose id is in the body; without one, the server makes a new item where ids are its own. */
export function* upsert(asked: Asked): Steps<Outcome> {
  const { api, body = null } = asked;
  const hasId = isJsonObject(body) && Object.hasOwn(body, 'id');
  if (isGenerated(api.model.entity) && !hasId) return yield* create(asked);
  const fields = readItem(api, body, chosenId(api, body));
  return yield* replaceItem(asked, (body as { id: string }).id, fields);
}
