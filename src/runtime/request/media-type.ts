import { HttpRequest } from './http-request';
import { OperationName } from '../../model';
import { Problem } from '../answer/problem';

const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';

/** `type/subtype; name=value; name="value"` in lower case. */
interface MediaType {
  readonly type: string;
  readonly parameters: { readonly [name: string]: string };
}

/** Refuses a body in another form than JSON in UTF-8. A merge patch is JSON, so its general name is taken for it, too. */
export function checkContentType({ headers }: HttpRequest, operation: OperationName, lenient: boolean): void {
  const accepted = operation === 'update' ? [MERGE_PATCH, JSON_TYPE] : [JSON_TYPE];
  const refuse = (detail: string): never => {
    throw new Problem(415, 'unsupported-media-type', detail, {
      headers: operation === 'update' ? { 'Accept-Patch': accepted.join(', ') } : { Accept: accepted.join(', ') },
    });
  };
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding && encoding !== 'identity') refuse('the body must not have a content encoding');
  if (lenient) return;

  const { type, parameters } = parseMediaType(headers['content-type'] ?? '');
  if (!accepted.includes(type)) refuse(`Content-Type must be ${accepted.join(' or ')}`);
  if ((parameters.charset ?? 'utf-8') !== 'utf-8') refuse('the body must be in UTF-8, without another charset');
}

/** Refuses a client that would not take the JSON which is all that there is (RFC 9110, 12.5.1). */
export function checkAccept({ headers }: HttpRequest): void {
  const { accept } = headers;
  if (accept === undefined || accept.trim() === '') return;
  const ranges = accept.split(',').map(parseMediaType);
  for (const range of [JSON_TYPE, 'application/*', '*/*']) {
    const named = ranges.filter(({ type }) => type === range);
    if (named.length === 0) continue;
    if (named.some(({ parameters }) => Number(parameters.q ?? 1) > 0)) return;
    break;
  }
  throw new Problem(406, 'not-acceptable', `answers are ${JSON_TYPE}; Accept must allow it`);
}

function parseMediaType(text: string): MediaType {
  const [type, ...parameters] = text.toLowerCase().split(';').map((part) => part.trim());
  return { type, parameters: Object.fromEntries(parameters.map((parameter) => parameter.split('=', 2).map((part) => part.trim().replace(/^"(.*)"$/, '$1')))) };
}
