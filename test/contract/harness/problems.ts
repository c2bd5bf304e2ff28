import { Exchange } from './case';
import { aText, Expected, inAnyOrder, Matcher } from './matchers';

/** Where a request is wrong, and by which rule. */
export type ErrorSpec =
  | { readonly pointer: string; readonly code?: Expected }
  | { readonly parameter: string; readonly code?: Expected }
  | { readonly header: string; readonly code?: Expected };

const errorsOrNone = new Matcher('errors, or none', (actual) => actual === undefined || Array.isArray(actual));

/**
 * A problem's whole body, RFC 9457 with the contract's members; `errors` holds these and no other, in any order.
 * Where a request is wrong as a whole, whether there is an `errors` is left open.
 */
export function problem(status: number, code: string, errors?: readonly ErrorSpec[]): Expected {
  return {
    type: aText,
    title: aText,
    status,
    detail: aText,
    instance: aText,
    code,
    requestId: aText,
    errors: errors ? inAnyOrder(...errors.map((error) => ({ code: aText, detail: aText, ...error }))) : errorsOrNone,
  };
}

/** A request that is turned down before the store is asked. */
export function refused(status: number, code: string, errors?: readonly ErrorSpec[]): Pick<Exchange, 'status' | 'body' | 'calls'> {
  return { status, body: problem(status, code, errors), calls: [] };
}

/** The answer for an item that is not there, whatever the reason. */
export function notFound(calls: Exchange['calls']): Pick<Exchange, 'status' | 'body' | 'calls'> {
  return { status: 404, body: problem(404, 'not-found'), calls };
}
