import { Asked } from './asked';
import { preconditions } from './demands';
import { Attempt, judge } from './judge';
import { Outcome } from './outcome';
import { readCurrent, writeOnVersion } from './write-on-version';
import { HIDDEN } from '../../model';
import { DELETED_AT, EXPIRES_AT, expiryOf } from '../item/lifetime';
import { exists, isAbsent, isAtMost, not } from '../plan/conditions';
import { uniqueFields } from '../plan/markers';
import { Change, updateItem } from '../plan/update-item';
import { AttributeMap, one, Steps } from '../store/call';

const ATTEMPT: Attempt = { expects: 'deleted' };

/** POST of a restore: undoes a delete, in one call unless an expiry of its own or unique values come back with the item. */
export function* restore(asked: Asked): Steps<Outcome> {
  const id = asked.id!;
  const first = uniqueFields(asked.api.model).length > 0
    ? yield* readCurrent(asked, id, ATTEMPT)
    : judge(asked, yield* one(updateItem(asked, id, undeletion(), restorable(asked))), ATTEMPT);
  const { written } = yield* writeOnVersion(asked, id, first, undeletion, ATTEMPT);
  return written ? { kind: 'item', item: written } : { kind: 'nothing' };
}

function restorable(asked: Asked) {
  const { api: { model }, now } = asked;
  return [
    exists(DELETED_AT),
    not(isAtMost(HIDDEN.timeToLive, { N: String(Math.floor(now / 1000)) })),
    ...(model.entity.expiry ? [isAbsent(EXPIRES_AT)] : []),
    ...preconditions(asked),
  ];
}

/** The time to live is again what the item's own expiry says. */
function undeletion(item: AttributeMap = {}): Change {
  const expiry = expiryOf(item);
  return {
    set: expiry ? [[[HIDDEN.timeToLive], expiry]] : [],
    remove: [[DELETED_AT], ...(expiry ? [] : [[HIDDEN.timeToLive]])],
  };
}
