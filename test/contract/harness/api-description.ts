import { canonicalJson, matchRoute, Route, RouteMatch } from '../../../src/model';
import { OpenApi } from '../../../src/openapi';

/** What a client can rely on in an operation, part by part, each as a text that is the same for all who say the same. */
export type DescribedOperation = { readonly [part: string]: string };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** For people. What a schema says counts to the letter, though: a default stands in its description. */
const PROSE = ['summary', 'description', 'tags', 'example', 'examples'];

/** Members whose own members have names of the author's choice. */
const NAME_MAPS = ['headers', 'content'];

/** Where a value stands in a document. */
type Place = 'object' | 'names' | 'schema';

type Paths = { readonly [path: string]: { readonly [method: string]: OpenApi } };

/** An API, as its OpenAPI document describes it. */
export class ApiDescription {
  public readonly routes: readonly Route[];

  constructor(private readonly document: OpenApi) {
    this.routes = Object.entries(document.paths as Paths).flatMap(([path, methods]) =>
      METHODS.filter((method) => Object.hasOwn(methods, method.toLowerCase())).map((method) => ({ operation: 'get', method: method as Route['method'], path })));
  }

  /** Whether any operation asks for a token. */
  public get hasTokens(): boolean {
    return this.routes.some((route) => this.operation(route).security !== '[]');
  }

  public match(method: string, path: string): RouteMatch {
    return matchRoute(this.routes, method, path);
  }

  public operation({ method, path }: Pick<Route, 'method' | 'path'>): DescribedOperation {
    const { operationId, security = [], parameters = [], requestBody = {}, responses } = (this.document.paths as Paths)[path][method.toLowerCase()];
    return {
      name: canonicalJson(operationId ?? ''),
      security: canonicalJson((security as object[]).map((scheme) => Object.keys(scheme).map((name) => this.scheme(name)))),
      parameters: canonicalJson((parameters as object[]).map((parameter) => canonicalJson(this.essence(parameter, 'object'))).sort()),
      body: canonicalJson(this.essence(requestBody, 'object')),
      answers: canonicalJson(this.essence(responses, 'names')),
    };
  }

  /** Whose tokens they are is the deployment's. */
  private scheme(name: string): unknown {
    const { type, scheme, in: place, name: key } = (this.document.components as { securitySchemes: Paths }).securitySchemes[name];
    return { type, ...(scheme !== undefined && { scheme }), ...(place !== undefined && { place, key }) };
  }

  /** With references replaced by what they lead to, and without prose. */
  private essence(value: unknown, place: Place, open: readonly string[] = []): unknown {
    if (Array.isArray(value)) return value.map((element) => this.essence(element, place, open));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === 'string') return open.includes($ref) ? $ref : this.essence(this.resolved($ref), place, [...open, $ref]);
    const members = Object.entries(value).filter(([name]) => place !== 'object' || !PROSE.includes(name));
    return Object.fromEntries(members.map(([name, member]) => [name, this.essence(member, placeOf(place, name), open)]));
  }

  private resolved(reference: string): unknown {
    const path = reference.slice('#/'.length).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return path.reduce<unknown>((part, name) => (part as { [name: string]: unknown } | undefined)?.[name], this.document) ?? {};
  }
}

function placeOf(place: Place, name: string): Place {
  if (place === 'schema' || (place === 'object' && name === 'schema')) return 'schema';
  return place === 'object' && NAME_MAPS.includes(name) ? 'names' : 'object';
}
