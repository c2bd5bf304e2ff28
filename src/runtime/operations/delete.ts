import { Asked } from './asked';
import { demands, requirePrecondition } from './demands';
import { currentItem, judge } from './judge';
import { Outcome } from './outcome';
import { conflict, isSame, readCurrent, writeOnVersion } from './write-on-version';
import { writeTogether } from './write-together';
import { HIDDEN } from '../../model';
import { notFound, unknownOutcome } from '../answer/problems';
import { DELETED_AT, timeToLive } from '../item/lifetime';
import { mayBeAnother } from '../item/write-token';
import { deleteItem } from '../plan/delete-item';
import { markerChanges, uniqueFields } from '../plan/markers';
import { Change, updateItem } from '../plan/update-item';
import { one, Steps } from '../store/call';

const ROUNDS = 3;

/** DELETE of an item: for good, or so that it can be restored. */
export function* remove(asked: Asked): Steps<Outcome> {
  requirePrecondition(asked);
  const { entity } = asked.api.model;
  const hasMarkers = uniqueFields(asked.api.model).length > 0;
  if (entity.softDeleteSeconds !== undefined) yield* hide(asked, entity.softDeleteSeconds, hasMarkers);
  else if (hasMarkers) yield* eraseWithMarkers(asked);
  else yield* erase(asked);
  return { kind: 'nothing' };
}

function* erase(asked: Asked): Steps<void> {
  const result = yield* one(deleteItem(asked, asked.id!, demands(asked)));
  if (result.kind !== 'conditionFailed') return;
  const { item, unsure } = result;
  // an item that a later attempt does not find any more is the one that an earlier attempt has deleted
  if (!item && unsure) return;
  if (item && unsure && mayBeAnother(item, asked.now)) throw unknownOutcome();
  currentItem(asked, item, {});
  throw notFound();
}

/** The values that the item held are free with it, and only the item tells which they are. */
function* eraseWithMarkers(asked: Asked): Steps<void> {
  const id = asked.id!;
  let judgement = yield* readCurrent(asked, id);
  for (let round = 0; round < ROUNDS; round++) {
    if ('written' in judgement) return;
    const { current } = judgement;
    const companions = markerChanges(asked, id, current, undefined);
    const result = yield* writeTogether(asked, deleteItem(asked, id, isSame(asked, current)), companions, round);
    judgement = judge(asked, result, { companions, after: {} });
  }
  if ('written' in judgement) return;
  throw conflict();
}

function* hide(asked: Asked, seconds: number, hasMarkers: boolean): Steps<void> {
  const { now } = asked;
  const id = asked.id!;
  const change: Change = {
    set: [[[DELETED_AT], { S: new Date(now).toISOString() }], [[HIDDEN.timeToLive], timeToLive(now + seconds * 1000)]],
    remove: [],
  };
  const first = hasMarkers ? yield* readCurrent(asked, id) : judge(asked, yield* one(updateItem(asked, id, change, demands(asked))), {});
  yield* writeOnVersion(asked, id, first, () => change);
}
