import { Answer } from './http';

/** What two answers that are the same may differ in, and what stands for it. */
const MOVING: [pattern: RegExp, sign: string][] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<instant>'],
  // of an entity tag, the creation
  [/(\d+)-[0-9a-z]{8,9}-[\w-]{6}-([0-9a-f]{8})\b/g, '$1-<created>-$2'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '<id>'],
];

/** Of the connection or the moment. */
const OF_THE_MOMENT = ['date', 'keep-alive', 'connection'];

/** Status, headers in their order and body as one text, without what is of its request and its moment alone. */
export function comparableBytes({ status, headers, body }: Answer): string {
  const ids = [headers['x-request-id'], headers['apigw-requestid']].filter((id) => id !== undefined).flatMap((id) => [id, encodeURIComponent(id)]);
  const lines = Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name)).map(([name, value]) => `${name}: ${value}`);
  const text = ids.reduce((bytes, id) => bytes.replaceAll(id, '<request>'), [String(status), ...lines, '', body.toString('latin1')].join('\n'));
  return MOVING.reduce((bytes, [pattern, sign]) => bytes.replaceAll(pattern, sign), text);
}
