import { Header, headerValue, HttpRequest, HttpResponse } from '../http';
import type { CorsConfiguration } from './http-api';

/** The answer to a preflight request. Without the headers that make it one, no headers come back either. */
export function preflightAnswer(cors: CorsConfiguration, request: HttpRequest): HttpResponse {
  const isPreflight = headerValue(request.headers, 'access-control-request-method') !== undefined;
  const granted = isPreflight ? grantOf(cors, request) : [];
  if (granted.length === 0) return { status: 204, headers: [] };
  const headers: Header[] = [
    ...granted,
    ...listed('access-control-allow-methods', cors.allowMethods),
    ...listed('access-control-allow-headers', cors.allowHeaders),
    ...(cors.maxAgeSeconds === undefined ? [] : [['access-control-max-age', String(cors.maxAgeSeconds)] as const]),
  ];
  return { status: 204, headers };
}

/** With CORS configured, the gateway's headers stand in place of the function's. */
export function withCors(cors: CorsConfiguration | undefined, request: HttpRequest, response: HttpResponse): HttpResponse {
  if (!cors) return response;
  const own = response.headers.filter(([name]) => !name.startsWith('access-control-'));
  const granted = grantOf(cors, request);
  const exposed = granted.length > 0 ? listed('access-control-expose-headers', cors.exposeHeaders) : [];
  return { ...response, headers: [...own, ...granted, ...exposed] };
}

function grantOf(cors: CorsConfiguration, request: HttpRequest): Header[] {
  const origin = headerValue(request.headers, 'origin');
  if (origin === undefined) return [];
  const rule = cors.allowOrigins.find((allowed) => matches(allowed, origin));
  if (rule === undefined) return [];
  return [
    ['access-control-allow-origin', rule === '*' ? '*' : origin],
    ...(cors.allowCredentials ? [['access-control-allow-credentials', 'true'] as const] : []),
  ];
}

/** `*`, `https://*`, `http://*`, or an origin; scheme and host know no case (RFC 6454, section 4). */
function matches(allowed: string, origin: string): boolean {
  if (allowed === '*') return true;
  if (allowed === 'https://*' || allowed === 'http://*') return origin.toLowerCase().startsWith(allowed.slice(0, -1));
  return allowed.toLowerCase() === origin.toLowerCase();
}

function listed(name: string, values: readonly string[]): Header[] {
  return values.length === 0 ? [] : [[name, values.join(',')]];
}
