import { STATUS_CODES } from 'node:http';
import { ProblemCode, ProblemStatus } from '../model';
import { OpenApi } from './document';

interface Said {
  readonly detail: string;
  readonly errors?: readonly Place[];
}

interface Place {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly code: string;
  readonly detail: string;
}

/** What a failure of each code says, or one of what it can say. */
const SAID: { readonly [code in ProblemCode]: Said } = {
  'malformed-json': at('the text ends too early at character 11', { pointer: '', code: 'malformed-json' }),
  'validation-failed': { detail: 'the body does not fit the schema', errors: [{ pointer: '/name', code: 'required', detail: 'is required' }] },
  'invalid-parameter': {
    detail: 'the query has invalid parameters',
    errors: [{ parameter: 'limit', code: 'invalid-parameter', detail: 'must be a whole number of at least 1' }],
  },
  'invalid-cursor': {
    detail: 'the cursor belongs to another list, or was changed',
    errors: [{ parameter: 'cursor', code: 'invalid-cursor', detail: 'must be a nextCursor of the same list' }],
  },
  'index-required': at("no index serves the filter 'name', and its field is not filterable", { parameter: 'name', code: 'index-required' }),
  'invalid-header': {
    detail: "If-Match must be '*' or entity tags in double quotes, separated by commas",
    errors: [{ header: 'If-Match', code: 'invalid-header', detail: "must be '*' or entity tags in double quotes, separated by commas" }],
  },
  'unauthenticated': { detail: 'the request needs a token that is valid here' },
  'forbidden': { detail: 'the caller has no claim that says whose items these are' },
  'not-found': { detail: 'there is no such item' },
  'method-not-allowed': { detail: 'GET, HEAD, OPTIONS are allowed here' },
  'not-acceptable': { detail: 'answers are application/json; Accept must allow it' },
  'already-exists': { detail: 'an item with this id exists', errors: [{ pointer: '/id', code: 'already-exists', detail: 'is taken' }] },
  'unique-violation': { detail: 'another item has this value', errors: [{ pointer: '/name', code: 'unique-violation', detail: 'is taken' }] },
  'conflict': { detail: 'the item was written at the same time; try again' },
  'version-mismatch': { detail: 'the item is not in the state that the request demands' },
  'body-too-large': { detail: 'the body must be at most 262144 bytes' },
  'item-too-large': { detail: 'an item can have at most 400 KB' },
  'batch-too-large': { detail: 'at most 100 actions are allowed' },
  'unsupported-media-type': { detail: 'Content-Type must be application/json' },
  'idempotency-key-reused': {
    detail: 'the Idempotency-Key was used for another request',
    errors: [{ header: 'Idempotency-Key', code: 'idempotency-key-reused', detail: 'must be new for each request' }],
  },
  'precondition-required': {
    detail: 'If-Match must name the version of the item that the write is based on',
    errors: [{ header: 'If-Match', code: 'required', detail: 'is required' }],
  },
  'throttled': { detail: 'there are too many requests; try again later' },
  'internal': { detail: 'the request could not be answered' },
  'temporarily-unavailable': { detail: 'the store could not answer; try again' },
};

const REQUEST_ID = 'HAQrN0S9AXcGYxQ=';

/** An example of each code, by its name. */
export function problemExamples(status: ProblemStatus, codes: readonly ProblemCode[]): OpenApi {
  return Object.fromEntries(codes.map((code) => {
    const { detail, errors } = SAID[code];
    const said = { type: 'about:blank', title: STATUS_CODES[status], status, detail, instance: `#${encodeURIComponent(REQUEST_ID)}`, code, requestId: REQUEST_ID };
    return [code, { value: { ...said, ...(errors && { errors }) } }];
  }));
}

/** One failure that says all there is to say. */
function at(detail: string, place: Omit<Place, 'detail'>): Said {
  return { detail, errors: [{ ...place, detail }] };
}
