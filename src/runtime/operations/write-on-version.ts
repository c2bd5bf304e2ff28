import { Asked } from './asked';
import { Attempt, judge, judgeItem, Judgement, Written } from './judge';
import { writeTogether } from './write-together';
import { Problem } from '../answer/problem';
import { versionOf } from '../item/entity-tag';
import { lifeStateOf } from '../item/lifetime';
import { Condition, exists, hasVersion, isAbsent } from '../plan/conditions';
import { getItem } from '../plan/get-item';
import { idAttribute } from '../plan/key';
import { markerChanges } from '../plan/markers';
import { parentCheck } from '../plan/parent-check';
import { Change, changedItem, updateItem } from '../plan/update-item';
import { AttributeMap, one, Steps } from '../store/call';

/** Others may write between a read and its write; after so many rounds it is for the client to say what is wanted. */
const ROUNDS = 3;

/** The item as it is, for a write that depends on it. */
export function* readCurrent(asked: Asked, id: string, attempt: Attempt = {}): Steps<Judgement> {
  const result = yield* one(getItem(asked, id, true));
  return judgeItem(asked, result.kind === 'done' ? result.output.Item : undefined, attempt);
}

/** Unless that is done already: changes the very version that the change was made from, and the markers of its unique values with it. */
export function* writeOnVersion(
  asked: Asked, id: string, first: Judgement, changeOf: (current: AttributeMap | undefined) => Change, attempt: Attempt = {},
): Steps<Written> {
  let judgement = first;
  for (let round = 0; round < ROUNDS; round++) {
    if ('written' in judgement) return judgement;
    const { current } = judgement;
    const change = changeOf(current);
    const after = changedItem(asked, id, current, change);
    const parent = isThere(asked, current) ? undefined : parentCheck(asked);
    const companions = [...(parent ? [parent] : []), ...markerChanges(asked, id, current, after)];
    const call = updateItem(asked, id, change, isSame(asked, current));
    judgement = judge(asked, yield* writeTogether(asked, call, companions, round), { ...attempt, companions, after });
  }
  if ('written' in judgement) return judgement;
  throw conflict();
}

/** The item has not been written since it was read; preconditions have been judged by what was read. */
export function isSame({ api: { model } }: Asked, current: AttributeMap | undefined): Condition[] {
  const attribute = idAttribute(model);
  return current ? [exists(attribute), hasVersion([versionOf(current)])] : [isAbsent(attribute)];
}

function isThere({ api: { model }, now }: Asked, current: AttributeMap | undefined): boolean {
  return current !== undefined && lifeStateOf(model, current, now) !== 'gone';
}

export function conflict(): Problem {
  return new Problem(409, 'conflict', 'the item was written at the same time, again and again; try again');
}
