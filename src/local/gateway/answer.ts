import { validateHeaderName, validateHeaderValue } from 'node:http';
import { Header, HttpResponse } from '../http';

/** What the function returned is no answer that the gateway can send. */
export class MalformedAnswer extends Error {}

/** Headers of the connection or of the gateway, which a function cannot set. */
const NOT_ITS_OWN = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'content-length', 'date']);

/**
 * The answer in a function's result of payload format 2.0. A result without `statusCode` is a body in JSON.
 *
 * @param payload the result as JSON
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function answerOf(payload: string): HttpResponse {
  const result: unknown = JSON.parse(payload);
  if (!isRecord(result) || result.statusCode === undefined) {
    return { status: 200, headers: [['content-type', 'application/json']], body: typeof result === 'string' ? result : payload };
  }
  const body = bodyOf(result);
  const headers = headersOf(result.headers);
  // without a type, the gateway says that it is text
  if (body.length > 0 && !headers.some(([name]) => name === 'content-type')) headers.push(['content-type', 'text/plain;charset=UTF-8']);
  return { status: statusOf(result.statusCode), headers: [...headers, ...cookiesOf(result.cookies)], body };
}

function statusOf(value: unknown): number {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
    throw new MalformedAnswer(`statusCode is ${JSON.stringify(value)}; it must be a number from 200 to 599`);
  }
  return status;
}

function headersOf(value: unknown): Header[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) throw new MalformedAnswer(`headers is ${JSON.stringify(value)}; it must be an object of texts`);
  return Object.entries(value)
    .filter(([name, each]) => each !== null && !NOT_ITS_OWN.has(name.toLowerCase()))
    .map(([name, each]) => checked(name.toLowerCase(), each));
}

function cookiesOf(value: unknown): Header[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new MalformedAnswer(`cookies is ${JSON.stringify(value)}; it must be a list of texts`);
  return value.map((cookie) => checked('set-cookie', cookie));
}

/** A name or value with a line break would be another header. */
function checked(name: string, value: unknown): Header {
  if (typeof value === 'object') throw new MalformedAnswer(`header ${name} is ${JSON.stringify(value)}; it must be a text`);
  try {
    validateHeaderName(name);
    validateHeaderValue(name, String(value));
  } catch (error) {
    throw new MalformedAnswer((error as Error).message);
  }
  return [name, String(value)];
}

function bodyOf({ body, isBase64Encoded }: Record<string, unknown>): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body !== 'string') throw new MalformedAnswer(`body is of type ${typeof body}; it must be a text`);
  return Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
