import { Problem } from './problem';
import { tagHeader } from './tag-header';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';

/** The problems that several operations end in; what they say must not tell another's item from a missing one. */
export function notFound(): Problem {
  return new Problem(404, 'not-found', 'there is no such item');
}

export function alreadyExists(): Problem {
  return new Problem(409, 'already-exists', 'an item with this id exists', { errors: [{ pointer: '/id', code: 'already-exists', detail: 'is taken' }] });
}

export function versionMismatch(asked: Asked, item?: AttributeMap): Problem {
  return new Problem(412, 'version-mismatch', 'the item is not in the state that the request demands', item && { headers: tagHeader(asked, item) });
}

/** Of a defect or a wrong set-up, which the log tells. */
export function internal(): Problem {
  return new Problem(500, 'internal', 'the request could not be answered');
}

/** Nothing false may be said of a write that may or may not have taken effect. */
export function unknownOutcome(): Problem {
  return unavailable('whether the write took effect is not known; read the item, then decide');
}

export function unavailable(detail = 'the store could not answer; try again'): Problem {
  return new Problem(503, 'temporarily-unavailable', detail, { headers: { 'Retry-After': '1' } });
}
