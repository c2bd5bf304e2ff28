import { Asked } from './asked';
import { Problem } from '../answer/problem';
import { Condition, exists, isLive, preconditionParts } from '../plan/conditions';
import { idAttribute } from '../plan/key';

/** What a write of an existing item asks of it: it is there for clients, and in the state that they named. */
export function demands(asked: Asked): Condition[] {
  const { api: { model }, now } = asked;
  return [exists(idAttribute(model)), ...isLive(model, now), ...preconditions(asked)];
}

/** The conditions of `If-Match` and `If-None-Match`. */
export function preconditions({ api: { model, fingerprint }, preconditions: named }: Asked): Condition[] {
  return preconditionParts(named, idAttribute(model), fingerprint);
}

/** An API can insist that no write is blind. */
export function requirePrecondition({ api: { model }, preconditions: { ifMatch, ifNoneMatch } }: Asked): void {
  if (!model.request.requireIfMatch || ifMatch || ifNoneMatch === '*') return;
  throw new Problem(428, 'precondition-required', 'If-Match must name the version of the item that the write is based on', {
    errors: [{ header: 'If-Match', code: 'required', detail: 'is required' }],
  });
}
