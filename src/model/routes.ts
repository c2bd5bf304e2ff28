import { Model } from './model';
import { HttpMethod, OperationName } from './operations';

/** A method and a path that the API answers. */
export interface Route {
  readonly operation: OperationName;
  /** `HEAD` beside every GET: answered as GET, without a body. */
  readonly method: HttpMethod | 'HEAD';
  /** With variables in braces: `/todos/{id}`. */
  readonly path: string;
}

/** The routes of an entity: the one list that gateway, OpenAPI, local cloud and run time all use. */
export function routesOf(model: Model): Route[] {
  return Object.entries(model.operations).flatMap(([name, operation]) => {
    const path = absolutePath(model, operation.path);
    const route: Route = { operation: name as OperationName, method: operation.method, path };
    return hasHead(route) ? [route, { ...route, method: 'HEAD' as const }] : [route];
  });
}

function hasHead(route: Route): boolean {
  return route.operation === 'list' || route.operation === 'get';
}

function absolutePath(model: Model, path: string): string {
  return model.path + (path === '/' ? '' : path.replace('{id}', `{${model.pathParameter}}`));
}

/** What a method and a path lead to. */
export type RouteMatch =
  | { readonly found: 'route'; readonly route: Route; readonly parameters: { readonly [name: string]: string } }
  | { readonly found: 'otherMethods'; readonly allowed: string[] }
  | { readonly found: 'nothing' };

/**
 * Finds the route of a request; a literal segment wins over a variable.
 *
 * @param path percent-encoded, as in the request line, without query and stage
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch {
  const segments = path.split('/');
  const onPath = routes
    .map((route) => ({ route, parameters: matchPath(route.path, segments) }))
    .filter((match): match is { route: Route; parameters: Record<string, string> } => match.parameters !== undefined)
    .sort((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length);
  if (onPath.length === 0) return { found: 'nothing' };

  const exact = onPath.find(({ route }) => route.method === method);
  if (exact) return { found: 'route', ...exact };
  return { found: 'otherMethods', allowed: [...new Set([...onPath.map(({ route }) => route.method), 'OPTIONS'])].sort() };
}

/** The variables' values, decoded; undefined if the path is another one or cannot be decoded. */
function matchPath(pattern: string, segments: string[]): Record<string, string> | undefined {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [position, part] of parts.entries()) {
    const segment = segments[position];
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
    } else if (segment === '') {
      return undefined;
    } else {
      parameters[part.slice(1, -1)] = decoded(segment);
    }
  }
  return parameters;
}

/** A segment that is not valid percent-encoding stays as it is: it cannot be an id, so it is not found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
