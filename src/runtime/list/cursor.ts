import { createHash } from 'node:crypto';
import { readDecimal, StoredForm } from '../../model';
import { Problem } from '../answer/problem';
import { AttributeMap, AttributeValue } from '../store/call';

/** A place in an order: the values of the sort attributes, the id last. */
export type Position = readonly AttributeValue[];

const CHECKSUM_BYTES = 9;

/**
 * A cursor is the position in JSON behind a checksum over it and all that it belongs to, in base64url.
 *
 * It holds no partition: that comes from the request again, so whoever forges one can only start elsewhere in the own list.
 */
export function writeCursor(position: Position, context: readonly unknown[]): string {
  const json = JSON.stringify(position);
  return Buffer.concat([checksum(json, context), Buffer.from(json)]).toString('base64url');
}

/** @param forms of the sort attributes, which the values must have */
export function readCursor(cursor: string, context: readonly unknown[], forms: readonly StoredForm[]): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const json = bytes.subarray(CHECKSUM_BYTES).toString();
  // base64url has several texts for some bytes; only the one that was given counts
  const isOurs = bytes.toString('base64url') === cursor && checksum(json, context).equals(bytes.subarray(0, CHECKSUM_BYTES));
  const position = isOurs && parsePosition(json, forms);
  if (position) return position;
  throw new Problem(400, 'invalid-cursor', 'the cursor belongs to another list, or was changed', {
    errors: [{ parameter: 'cursor', code: 'invalid-cursor', detail: 'must be a nextCursor of the same list' }],
  });
}

/** The position of an item, or of a key that an index answers. */
export function positionOf(attributes: AttributeMap, sort: readonly string[]): Position {
  return sort.map((name) => attributes[name]);
}

function checksum(json: string, context: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify([json, ...context])).digest().subarray(0, CHECKSUM_BYTES);
}

/** What is forged with the code at hand may be anything, and must not reach the store in a form that it refuses. */
function parsePosition(json: string, forms: readonly StoredForm[]): Position | undefined {
  try {
    const position: unknown = JSON.parse(json);
    const fits = Array.isArray(position) && position.length === forms.length && forms.every((form, at) => isKeyValue(position[at], form));
    return fits ? position as AttributeValue[] : undefined;
  } catch {
    return undefined;
  }
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (sort key) */
const LONGEST_KEY = 1024;

function isKeyValue(value: unknown, form: StoredForm): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== form) return false;
  const text: unknown = (value as { [form: string]: unknown })[form];
  if (typeof text !== 'string') return false;
  return form === 'S' ? text !== '' && Buffer.byteLength(text) <= LONGEST_KEY : readDecimal(text) !== undefined;
}
