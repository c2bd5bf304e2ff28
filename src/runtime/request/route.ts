import { HttpRequest } from './http-request';
import { matchRoute, Route } from '../../model';
import { Problem } from '../answer/problem';

/** The route of a request, and where the API lies: stage and base path, which `Location` and `Link` need. */
export interface Target {
  readonly route: Route;
  readonly parameters: { readonly [name: string]: string };
  readonly basePath: string;
}

/** Headers of an answer that is no failure, although there is no operation. */
export interface Preflight {
  readonly allow: string;
}

/**
 * Finds what a request asks for; another path is 404, another method 405.
 *
 * @param routes of this function's entity
 * @param apiRoutes of all entities behind the same host, by which the catch-all tells 404 from 405
 */
export function targetOf(request: HttpRequest, routes: readonly Route[], apiRoutes: readonly Route[]): Target | Preflight {
  const { method, path, route } = request;
  switch (route.kind) {
    case 'named': {
      // by the pattern, since it alone is not decoded: that of any method may lead on, as PUT /todos/count does to the item with this id
      const match = matchRoute(routes, method, route.pattern);
      if (match.found !== 'route') return refuse(method, match.found === 'otherMethods' ? match.allowed : []);
      return { route: match.route, parameters: { ...match.parameters, ...route.parameters }, basePath: basePathOf(path, route.pattern) };
    }
    case 'none': {
      const match = matchRoute(routes, method, path);
      if (match.found === 'route') return { route: match.route, parameters: match.parameters, basePath: '' };
      return refuse(method, match.found === 'otherMethods' ? match.allowed : []);
    }
    case 'catchAll': {
      const match = matchRoute(apiRoutes, method, withoutStage(path, route.stage));
      return refuse(method, match.found === 'otherMethods' ? match.allowed : []);
    }
  }
}

/** OPTIONS without an `Origin` is no preflight, so hosts pass it on; it asks for the methods (RFC 9110, 9.3.7). */
function refuse(method: string, allowed: string[]): Preflight {
  if (allowed.length === 0) throw new Problem(404, 'not-found', 'no route of this API leads here');
  if (method === 'OPTIONS') return { allow: allowed.join(', ') };
  throw new Problem(405, 'method-not-allowed', `${allowed.join(', ')} are allowed here`, { headers: { Allow: allowed.join(', ') } });
}

/** What the path has in front of the route: `/prod/todos/1` and `/todos/{id}` leave `/prod`. */
function basePathOf(path: string, pattern: string): string {
  return path.split('/').slice(0, 1 - pattern.split('/').length).join('/');
}

function withoutStage(path: string, stage: string): string {
  return path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path;
}

/** The routes of an API that serves several entities, from lines of `METHOD /path`. */
export function parseApiRoutes(lines: string): Route[] {
  return lines.split('\n').map((line) => {
    const [method, path] = line.split(' ');
    return { method, path } as Route;
  });
}
