import { Components } from './components';
import { OpenApi } from './document';
import { ETAG_EXAMPLE } from './examples';

const HEADERS = {
  'ETag': { description: 'The version of the item, for `If-Match` and `If-None-Match`', schema: { type: 'string' }, example: ETAG_EXAMPLE },
  'Location': { description: 'The path of the item', schema: { type: 'string', format: 'uri-reference' } },
  'Link': { description: 'The next page, with `rel="next"` (RFC 8288); absent on the last one', schema: { type: 'string' }, example: '</path?cursor=WyJhIl0>; rel="next"' },
  'Preference-Applied': { description: 'The preference of `Prefer` that was followed', schema: { type: 'string' }, example: 'return=minimal' },
  'Idempotency-Replayed': { description: 'The answer is that of an earlier request with the same key', schema: { type: 'string', const: 'true' } },
  'WWW-Authenticate': { description: 'How callers show who they are (RFC 9110, 11.6.1)', schema: { type: 'string' }, example: 'Bearer' },
  'Retry-After': { description: 'Seconds after which another try makes sense', schema: { type: 'string', pattern: '^\\d+$' }, example: '1' },
  'Accept': { description: 'The media types that are taken', schema: { type: 'string' }, example: 'application/json' },
  'Accept-Patch': { description: 'The media types of patches that are taken (RFC 5789)', schema: { type: 'string' }, example: 'application/merge-patch+json, application/json' },
  'X-Request-Id': { description: 'Identifies the request in logs', schema: { type: 'string' }, example: 'HAQrN0S9AXcGYxQ=' },
  'X-Content-Type-Options': { description: 'Browsers must not guess the media type', schema: { type: 'string', const: 'nosniff' } },
} as const satisfies { readonly [name: string]: OpenApi };

export type HeaderName = keyof typeof HEADERS;

/** The headers of an answer, with those that every answer of the functions has. */
export function headersOf(components: Components, ...names: HeaderName[]): OpenApi {
  const all = [...names, 'X-Request-Id', 'X-Content-Type-Options'] as const;
  return Object.fromEntries(all.map((name) => [name, components.refer('headers', name, () => HEADERS[name])]));
}
