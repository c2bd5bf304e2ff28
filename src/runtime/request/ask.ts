import { checkBodySize, parseBody } from './body';
import { HttpRequest } from './http-request';
import { callerOf, idempotencyKey } from './idempotency-key';
import { checkAccept, checkContentType } from './media-type';
import { preconditionsOf } from './preconditions';
import { preferredReturn } from './prefer';
import { invalidParameters, parseQuery } from './query-string';
import { Target } from './route';
import { collectionUrl } from './urls';
import { OperationName } from '../../model';
import { notFound } from '../answer/problems';
import { isChosenId, isPossibleId } from '../item/item-id';
import { scopeOf } from '../item/scope';
import { writeToken } from '../item/write-token';
import { readFields } from '../list/list-query';
import { Api, Asked } from '../operations/asked';
import { keyedToken } from '../plan/idempotency';

const WITH_BODY: readonly OperationName[] = ['create', 'replace', 'update', 'upsert', 'batch'];
/** Those that read parameters of their own; others take none but `fields` where there is an item to show. */
const WITH_FILTERS: readonly OperationName[] = ['list', 'count'];
const WITH_FIELDS: readonly OperationName[] = ['get', 'list'];

/** Those with items to leave out of the answer. */
const WITH_PREFERENCE: readonly OperationName[] = ['create', 'replace', 'update', 'upsert', 'restore', 'batch'];

/** Writes of one item, whose tokens remember the client's key; a create has a record of its own. */
const WITH_KEYED_TOKEN: readonly OperationName[] = ['replace', 'update', 'upsert'];

/** What does not come from the request. */
export interface Surroundings extends Pick<Asked, 'now' | 'elapsed' | 'newId'> {
  /** Random, for writes that have no key of their client. */
  readonly mark: string;
}

/** Understands a request, in the order of judgement: path, identity, size, media types, headers and query, body. */
export function ask(api: Api, request: HttpRequest, target: Target, { mark, ...surroundings }: Surroundings): Asked {
  const { model } = api;
  const { route: { operation }, parameters } = target;
  const id = idIn(api, target);
  const { value: scope, parent } = scopeOf(model, { claims: request.claims, parameters });
  const hasBody = WITH_BODY.includes(operation);
  if (hasBody) {
    checkBodySize(request.body, model.request.maxBodyBytes);
    checkContentType(request, operation, model.request.lenientContentType);
  }
  checkAccept(request);
  const preconditions = preconditionsOf(request);
  const query = parseQuery(request.query);
  if (!WITH_FILTERS.includes(operation)) refuseUnknown(query, WITH_FIELDS.includes(operation) ? ['fields'] : []);
  const caller = callerOf(request);
  const key = model.request.idempotencyKey ? idempotencyKey(request) : undefined;
  const body = hasBody ? parseBody(request.body) : undefined;
  const keyed = key !== undefined && WITH_KEYED_TOKEN.includes(operation);
  return {
    api,
    name: operation,
    settings: model.operations[operation]!,
    scope,
    parent,
    caller,
    idempotencyKey: key,
    id,
    preconditions,
    parameters: query,
    fields: WITH_FIELDS.includes(operation) ? readFields(query, api.visibleFields) : api.visibleFields,
    preferredReturn: WITH_PREFERENCE.includes(operation) ? preferredReturn(request) : undefined,
    collectionUrl: collectionUrl(model, target),
    body,
    token: keyed ? keyedToken(surroundings.now, [caller, scope, id, key], { name: operation, body }) : writeToken(surroundings.now, mark),
    ...surroundings,
  };
}

/** Ids of the path; what cannot be one is not found, without asking the store. */
function idIn({ model }: Api, { parameters }: Target): string | undefined {
  const { [model.pathParameter]: id, ...parents } = parameters;
  if (id !== undefined && !isPossibleId(model, id)) throw notFound();
  if (!Object.values(parents).every(isChosenId)) throw notFound();
  return id;
}

function refuseUnknown(query: ReadonlyMap<string, string>, known: readonly string[]): void {
  const unknown = [...query.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalidParameters(unknown.map((parameter) => ({ parameter, code: 'unknown', detail: 'is not a parameter of this operation' })));
}
