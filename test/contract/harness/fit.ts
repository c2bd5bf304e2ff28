import { ApiDescription } from './api-description';
import { Case } from './case';
import { post, RequestSpec } from './requests';
import { Target } from './target';

/** Why a case cannot be asked of a target; undefined: it can. */
export type Misfit = string | undefined;

/**
 * Holds a case against what the target's OpenAPI document says, by the fixture's own document: each operation that the case
 * asks for must be there and be described alike, and what is no operation of the fixture must be none of the target.
 */
export function misfit(one: Case, target: Target, fixture: ApiDescription): Misfit {
  const { api, tokens = {} } = target;
  const requests = requestsOf(one);
  const undescribed = api && descriptionMisfit(one, requests, api, fixture);
  if (undescribed !== undefined) return undescribed;
  if (one.transport && !target.local) return "speaks to the local cloud's own HTTP parser";
  if (one.wholeHost && !target.ownsHost) return 'asks for paths or methods that another server at this address answers';
  if (one.exclusive && !target.disposable) return 'needs an empty collection, and deletes all items for it (--disposable)';
  if (one.stored && !target.putRow) return 'needs rows that are put into the table past the API';
  if (one.newCallers && !target.issueToken) return 'needs tokens of new callers, which the local cloud issues';
  const missing = callersOf(one, requests).find((caller) => !(caller in tokens) && !one.newCallers?.includes(caller));
  return missing && `needs a token (--token ${missing}=…)`;
}

function descriptionMisfit({ collection = '/todos', alsoNeeds = [] }: Case, requests: readonly RequestSpec[], target: ApiDescription, fixture: ApiDescription): Misfit {
  const missing = [collection, ...alsoNeeds].find((path) => target.match('', path).found === 'nothing');
  if (missing !== undefined) return `the API has no ${missing}`;
  return requests.map((request) => requestMisfit(request, target, fixture)).find((reason) => reason !== undefined);
}

function requestsOf({ collection = '/todos', given = {}, before = [], request, after = [] }: Case): RequestSpec[] {
  const creations = Object.values(given).slice(0, 1).map((item) => post(collection, item));
  return [...creations, ...before, request, ...after.map((exchange) => exchange.request)];
}

function requestMisfit(request: RequestSpec, target: ApiDescription, fixture: ApiDescription): Misfit {
  const [method, path] = lineOf(request);
  // an address that an earlier answer gave
  if (path.startsWith('{')) return undefined;
  const expected = fixture.match(method, path);
  const found = target.match(method, path);
  if (expected.found === 'route') {
    const { path: template } = expected.route;
    if (found.found !== 'route') return `the API has no ${method} ${template}`;
    const [wanted, actual] = [fixture.operation(expected.route), target.operation(found.route)];
    const differing = Object.keys(wanted).filter((part) => wanted[part] !== actual[part]);
    return differing.length > 0 ? `the API has another ${method} ${template} (${differing.join(', ')})` : undefined;
  }
  const isSame = found.found === expected.found && JSON.stringify(found) === JSON.stringify(expected);
  if (isSame) return undefined;
  return found.found === 'nothing' ? `the API has nothing at ${path.replaceAll(/\{\w+\.id\}/g, '{id}')}` : 'the API has operations where the case expects none';
}

function lineOf(request: RequestSpec): [method: string, path: string] {
  const [method = '', target = ''] = 'raw' in request ? request.raw[0].split(' ') : [request.method, request.path];
  return [method, target.split('?')[0]];
}

function callersOf({ caller }: Case, requests: readonly RequestSpec[]): string[] {
  const written = requests.map((request) => JSON.stringify('raw' in request ? request.raw : [request.path, request.headers])).join();
  return [...caller === undefined ? [] : [caller], ...[...written.matchAll(/\{tokens\.(\w+)\}/g)].map(([, name]) => name)];
}
