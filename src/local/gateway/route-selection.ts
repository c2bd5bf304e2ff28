import { DEFAULT_ROUTE, Route } from './http-api';

/** The route that a request leads to, with the values of its variables, decoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** How closely a segment names what it matches: a literal is closer than a variable, that closer than a greedy one. */
const enum Closeness { GREEDY, VARIABLE, LITERAL }

interface Candidate extends RouteMatch {
  readonly anyMethod: boolean;
  readonly closeness: readonly Closeness[];
}

/**
 * Selects the most specific route: by path first, segment by segment, then by method. `$default` comes last.
 *
 * The path is matched encoded, so that an encoded slash is part of a segment; a trailing slash makes another path.
 *
 * @param path of the request, percent-encoded, without the stage
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
 */
export function selectRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const segments = path.split('/').slice(1);
  const candidates = routes.flatMap((route) => matchRoute(route, method, segments) ?? []);
  const [best] = candidates.sort((a, b) => compare(b, a));
  if (best) return { route: best.route, parameters: best.parameters };
  const fallback = routes.find(({ key }) => key === DEFAULT_ROUTE);
  return fallback && { route: fallback };
}

function matchRoute(route: Route, method: string, segments: string[]): Candidate | undefined {
  if (route.key === DEFAULT_ROUTE) return undefined;
  const [routeMethod, routePath] = route.key.split(' ') as [string, string];
  const anyMethod = routeMethod === 'ANY';
  if (!anyMethod && routeMethod !== method) return undefined;

  const parameters: Record<string, string> = {};
  const closeness: Closeness[] = [];
  const parts = routePath.split('/').slice(1);
  for (const [position, part] of parts.entries()) {
    const segment = segments[position];
    if (segment === undefined) return undefined;
    const variable = /^\{(.+?)(\+?)\}$/.exec(part);
    if (variable?.[2]) {
      parameters[variable[1]!] = decoded(segments.slice(position).join('/'));
      closeness.push(Closeness.GREEDY);
      return { route, parameters, anyMethod, closeness };
    }
    if (variable ? segment === '' : decoded(segment) !== part) return undefined;
    if (variable) parameters[variable[1]!] = decoded(segment);
    closeness.push(variable ? Closeness.VARIABLE : Closeness.LITERAL);
  }
  if (parts.length !== segments.length) return undefined;
  return { route, anyMethod, closeness, ...(Object.keys(parameters).length > 0 ? { parameters } : {}) };
}

function compare(a: Candidate, b: Candidate): number {
  for (let position = 0; position < Math.max(a.closeness.length, b.closeness.length); position++) {
    const difference = (a.closeness[position] ?? Closeness.GREEDY) - (b.closeness[position] ?? Closeness.GREEDY);
    if (difference !== 0) return difference;
  }
  return Number(b.anyMethod) - Number(a.anyMethod);
}

/** What is not valid percent-encoding stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
