import { Fields, Operation, Shown, stampOf, Tag } from './operation';

/** What an item is at a moment. */
export type State = Present | Absent;

interface Present {
  readonly version: number;
  readonly fields: Fields;
  /** Not known while nobody has been shown the item. */
  readonly life?: string;
}

interface Absent { readonly version: 0 }

export const ABSENT: State = { version: 0 };

const isPresent = (state: State): state is Present => state.version > 0;

/**
 * The states in which an item can be after an operation that found it in another, and was answered as it was; none where the answer is wrong.
 * Of an operation whose outcome is not known, those that it leads to if it has an effect.
 */
export function statesAfter(state: State, operation: Operation): State[] {
  const { request, answer: { status, item } } = operation;
  if (request.kind === 'get') return status === 200 ? shownAs(state, item!) : status === 404 && !isPresent(state) ? [state] : [];
  return judgements(state, operation).flatMap(({ after, refusal }) => {
    if (!after) return status === refusal ? [state] : [];
    if (status === 503) return [after];
    // an answer whose own item is not shown looked at a later one, so whether it was 200 or 201 says nothing
    const isRight = item ? status === successOf(state, operation) : status < 300;
    return !isRight ? [] : item ? shownAs(after, item) : [after];
  }).concat(isBelated(state, operation) ? [state] : []);
}

interface Judgement {
  readonly after?: State;
  readonly refusal?: number;
}

/** What the contract says must come of a request: usually one thing, two where it is not known which item a tag means. */
function judgements(state: State, { request }: Operation): Judgement[] {
  if (request.kind === 'get') return [];
  if (request.kind === 'create') return [isPresent(state) ? { refusal: 409 } : { after: { version: 1, fields: request.fields } }];
  const { ifMatch } = request;
  if (!isPresent(state)) {
    if (request.kind === 'replace' && ifMatch) return [{ refusal: 412 }];
    return [request.kind === 'replace' && request.creates ? { after: { version: 1, fields: request.fields } } : { refusal: 404 }];
  }
  const after = (from: Present): State => {
    if (request.kind === 'delete') return ABSENT;
    return { ...from, version: from.version + 1, fields: request.kind === 'patch' ? { ...from.fields, ...request.fields } : request.fields };
  };
  if (!ifMatch) return [{ after: after(state) }];
  return [
    ...(mayBe(state, ifMatch) ? [{ after: after({ ...state, life: ifMatch.life }) }] : []),
    ...(mustBe(state, ifMatch) ? [] : [{ refusal: 412 }]),
  ];
}

function successOf(state: State, { request: { kind } }: Operation): number {
  if (kind === 'delete') return 204;
  return isPresent(state) ? 200 : 201;
}

/** The contract answers 204 to a delete that finds nothing on a later attempt: no one can tell whether an earlier attempt has deleted it. */
export function isBelated(state: State, { request, answer: { status } }: Operation): boolean {
  return request.kind === 'delete' && status === 204 && !isPresent(state);
}

const mayBe = ({ version, life }: Present, tag: Tag): boolean => version === tag.version && (life ?? tag.life) === tag.life;
const mustBe = ({ version, life }: Present, tag: Tag): boolean => version === tag.version && life === tag.life;

/** The state, if the item can be shown so in it. */
function shownAs(state: State, item: Shown): State[] {
  if (!isPresent(state) || !mayBe(state, item) || keyOfFields(state.fields) !== keyOfFields(item.fields)) return [];
  return [state.life === undefined ? { ...state, life: item.life } : state];
}

/** Equal for states from which the same can follow. */
export function keyOf(state: State): string {
  return isPresent(state) ? `${state.life ?? '?'} ${state.version} ${String(stampOf(state))}` : '-';
}

function keyOfFields(fields: Fields): string {
  return JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
