import { checkBodySize, parseBody } from './body';
import { HttpRequest } from './http-request';
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
import { readFields } from '../list/list-query';
import { Api, Asked } from '../operations/asked';

const WITH_BODY: readonly OperationName[] = ['create', 'replace', 'update', 'upsert', 'batch'];
/** Those that read parameters of their own; others take none but `fields` where there is an item to show. */
const WITH_FILTERS: readonly OperationName[] = ['list', 'count'];
const WITH_FIELDS: readonly OperationName[] = ['get', 'list'];

/** What does not come from the request. */
export type Surroundings = Pick<Asked, 'now' | 'elapsed' | 'token' | 'newId'>;

/** Understands a request, in the order of judgement: path, identity, size, media types, headers and query, body. */
export function ask(api: Api, request: HttpRequest, target: Target, surroundings: Surroundings): Asked {
  const { model } = api;
  const { route: { operation }, parameters } = target;
  const id = idIn(api, target);
  const scope = scopeOf(model, { claims: request.claims, parameters });
  const hasBody = WITH_BODY.includes(operation);
  if (hasBody) {
    checkBodySize(request.body, model.request.maxBodyBytes);
    checkContentType(request, operation, model.request.lenientContentType);
  }
  checkAccept(request);
  const preconditions = preconditionsOf(request);
  const query = parseQuery(request.query);
  if (!WITH_FILTERS.includes(operation)) refuseUnknown(query, WITH_FIELDS.includes(operation) ? ['fields'] : []);
  return {
    api,
    name: operation,
    settings: model.operations[operation]!,
    scope,
    id,
    preconditions,
    parameters: query,
    fields: readFields(query, api.visibleFields),
    preferredReturn: preferredReturn(request),
    collectionUrl: collectionUrl(model, target),
    ...(hasBody && { body: parseBody(request.body) }),
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
