import { HttpRequest } from './http-request';
import { Problem } from '../answer/problem';

/** Printable, and no longer than anyone needs. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** By which a client marks repetitions of a request (draft-ietf-httpapi-idempotency-key-header). */
export function idempotencyKey({ headers }: HttpRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || KEY.test(key)) return key;
  const detail = 'must be 1 to 255 printable characters';
  throw new Problem(400, 'invalid-header', `Idempotency-Key ${detail}`, { errors: [{ header: 'Idempotency-Key', code: 'invalid-header', detail }] });
}

/** Whose keys they are. */
export function callerOf({ claims = {} }: HttpRequest): string {
  return typeof claims.sub === 'string' ? claims.sub : '';
}
