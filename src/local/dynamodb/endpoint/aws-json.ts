import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { REQUEST_BYTES } from '../limits';
import { incompleteSignature, missingAuthenticationToken, requestTooLarge, serializationError, unknownOperation } from '../service-error';

/** AWS's JSON protocol 1.0, as DynamoDB speaks it. @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
const CONTENT_TYPE = 'application/x-amz-json-1.0';

const TARGET = /^DynamoDB_20120810\.([A-Za-z]+)$/;

/** @throws UnknownOperationException */
export function actionOf(request: IncomingMessage): string {
  const action = TARGET.exec(String(request.headers['x-amz-target'] ?? ''))?.[1];
  if (action === undefined) throw unknownOperation();
  return action;
}

/**
 * Whose key signed the request. The signature itself is not checked: keys are made for one process and known to it alone.
 * @throws MissingAuthenticationTokenException, IncompleteSignatureException
 */
export function accessKeyIdOf(request: IncomingMessage): string {
  const { authorization } = request.headers;
  if (authorization === undefined) throw missingAuthenticationToken();
  const accessKeyId = /^AWS4-\S+ .*\bCredential=([\w-]+)\//.exec(authorization)?.[1];
  if (accessKeyId === undefined) throw incompleteSignature();
  return accessKeyId;
}

/** @throws SerializationException for what is not JSON in UTF-8; an ordinary error if the client goes away */
export async function readInput(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > REQUEST_BYTES) throw requestTooLarge();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (isTooDeep(body)) throw serializationError(`the body is nested more than ${JSON_DEPTH} levels deep`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw serializationError('the body is not JSON in UTF-8');
  }
}

/** Far deeper than any request that DynamoDB accepts. */
const JSON_DEPTH = 1_000;

/** Shorter bodies are parsed at once, however deep they are. */
const CHECKED_BYTES = 64 * 1024;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...Buffer.from('"\\[]{}')];

/** A million lists in each other take JSON.parse a second. */
function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  for (let position = body.length > CHECKED_BYTES ? 0 : body.length; position < body.length; position += 1) {
    const byte = body[position];
    if (byte === QUOTE) position = endOfText(body, position);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    if (depth > JSON_DEPTH) return true;
  }
  return false;
}

function endOfText(body: Buffer, start: number): number {
  for (let position = start + 1; position < body.length; position += 1) {
    if (body[position] === BACKSLASH) position += 1;
    else if (body[position] === QUOTE) return position;
  }
  return body.length;
}

/** A body on the wire. Without a checksum, the client has nothing to hold it against. */
export interface Message {
  readonly bytes: Buffer;
  readonly checksum?: number;
}

export function messageOf(body: object): Message {
  const bytes = Buffer.from(JSON.stringify(body));
  return { bytes, checksum: crc32(bytes) };
}

export function sendMessage(response: ServerResponse, statusCode: number, { bytes, checksum }: Message): void {
  response.writeHead(statusCode, {
    'content-type': CONTENT_TYPE,
    'content-length': bytes.length,
    'x-amzn-requestid': requestId(),
    ...(checksum !== undefined && { 'x-amz-crc32': checksum }),
  });
  response.end(bytes);
}

const REQUEST_ID_BYTES = 39;

/** 52 characters, as DynamoDB's. */
function requestId(): string {
  return randomBytes(REQUEST_ID_BYTES).toString('base64').toUpperCase().replace(/[+/]/g, '0');
}
