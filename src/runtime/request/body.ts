import { RequestBody } from './http-request';
import { malformed, parseJson } from './json';
import { Json } from '../../model';
import { Problem } from '../answer/problem';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_ORDER_MARK = '\ufeff';

/** The length of a body before its encoding for the event. */
export function checkBodySize(body: RequestBody | undefined, limit: number): void {
  if (body && Buffer.byteLength(body.content, body.base64 ? 'base64' : 'utf8') > limit) {
    throw new Problem(413, 'body-too-large', `the body must be at most ${limit} bytes`);
  }
}

/** The JSON of a body. */
export function parseBody(body: RequestBody | undefined): Json {
  const text = textOf(body);
  if (text === '') throw malformed('the body is empty');
  // RFC 8259, 8.1: it must not be added; that it could be ignored would make two texts of one
  if (text.startsWith(BYTE_ORDER_MARK)) throw malformed('the body begins with a byte order mark');
  return parseJson(text);
}

function textOf(body: RequestBody | undefined): string {
  if (!body?.base64) return body?.content ?? '';
  try {
    return UTF8.decode(Buffer.from(body.content, 'base64'));
  } catch {
    throw malformed('the body is not valid UTF-8');
  }
}
