import { HttpRequest, headerValue } from '../http';
import type { JwtAuthorizer } from './http-api';

/** The claims of a token whose signature, issuer, audience and times are right; undefined for any other. */
export type TokenVerifier = (authorizer: JwtAuthorizer, token: string) => Promise<Record<string, unknown> | undefined>;

export type Authorization =
  | { readonly granted: true; readonly context?: object }
  /** 401 without a valid token, 403 without a scope that the route wants. */
  | { readonly granted: false; readonly status: 401 | 403 };

/**
 * Checks a route's JWT authorizer.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export async function authorize(
  authorizer: JwtAuthorizer | undefined, scopes: readonly string[], request: HttpRequest, verify: TokenVerifier,
): Promise<Authorization> {
  if (!authorizer) return { granted: true };
  const token = tokenOf(authorizer, request);
  const claims = token === undefined ? undefined : await verify(authorizer, token);
  if (!claims) return { granted: false, status: 401 };
  const granted = scopesOf(claims);
  if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) return { granted: false, status: 403 };
  return { granted: true, context: { jwt: { claims: textsOf(claims), scopes: granted.length > 0 ? granted : null } } };
}

function tokenOf({ identitySources }: JwtAuthorizer, request: HttpRequest): string | undefined {
  for (const source of identitySources) {
    const [, place, name] = /^\$request\.(header|querystring)\.(.+)$/i.exec(source) ?? [];
    const value = place?.toLowerCase() === 'header'
      ? headerValue(request.headers, name!.toLowerCase())
      : new URLSearchParams(request.query).get(name ?? '') ?? undefined;
    if (value !== undefined) return value.replace(/^Bearer +/i, '');
  }
  return undefined;
}

/** `scope` is one text with spaces (RFC 8693, section 4.2), `scp` a list, or the other way round. */
function scopesOf({ scope, scp }: Record<string, unknown>): string[] {
  return [scope, scp].flatMap((value) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(' ') : [])).filter(Boolean);
}

/** The event has every claim as a text, as Go prints it: a list is `[a b]`, an object `map[a:1 b:2]`. */
function textsOf(claims: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value ?? '<nil>');
  return `map[${Object.entries(value).sort().map(([name, member]) => `${name}:${textOf(member)}`).join(' ')}]`;
}
