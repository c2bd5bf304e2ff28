import { Header, headerValue, HttpRequest, HttpResponse } from '../http';
import type { Bucket, ObjectContent } from './bucket';

/** Answers GET and HEAD as S3 does, conditions and ranges included. */
export async function objectAnswer(bucket: Bucket, key: string, request: HttpRequest): Promise<HttpResponse> {
  const object = await bucket.read(key);
  if (!object) return bucket.listable ? refusal(404, 'NoSuchKey', 'The specified key does not exist.') : refusal(403, 'AccessDenied', 'Access Denied');
  const validators: Header[] = [['etag', object.etag], ['last-modified', object.lastModified.toUTCString()]];
  const failed = failedCondition(object, request);
  if (failed === 304) return { status: 304, headers: validators };
  if (failed === 412) return refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');

  const headers: Header[] = [...object.headers, ...validators, ['accept-ranges', 'bytes']];
  const range = rangeOf(headerValue(request.headers, 'range'), object.body.length);
  if (range === 'unsatisfiable') return refusal(416, 'InvalidRange', 'The requested range is not satisfiable');
  if (!range) return { status: 200, headers, body: object.body };
  const { first, last } = range;
  return {
    status: 206,
    headers: [...headers, ['content-range', `bytes ${first}-${last}/${object.body.length}`]],
    body: object.body.subarray(first, last + 1),
  };
}

/** RFC 9110, section 13.2.2: tags come before dates. */
function failedCondition({ etag, lastModified }: ObjectContent, { headers }: HttpRequest): 304 | 412 | undefined {
  const names = (header: string) => headerValue(headers, header)?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const date = (header: string) => Date.parse(headerValue(headers, header) ?? '');
  const seconds = Math.floor(lastModified.getTime() / 1000) * 1000; // what the header can say

  const match = names('if-match');
  if (match ? !match.includes(etag) && !match.includes('*') : seconds > date('if-unmodified-since')) return 412;
  const noneMatch = names('if-none-match');
  if (noneMatch ? noneMatch.includes(etag) || noneMatch.includes('*') : seconds <= date('if-modified-since')) return 304;
  return undefined;
}

/** One range; several, or what is no range, is answered as if it were not asked (RFC 9110, section 14.2). */
function rangeOf(header: string | undefined, length: number): { first: number; last: number } | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return first > last ? 'unsatisfiable' : { first, last };
}

function refusal(status: number, code: string, message: string): HttpResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: [['content-type', 'application/xml']], body };
}
