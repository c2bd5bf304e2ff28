import { numberAt, textAt } from './attributes';
import { HIDDEN } from '../../model';
import { AttributeMap } from '../store/call';

/**
 * The attributes that remember the last four writes, newest first.
 *
 * By them a write that is sent again, since its answer was lost, knows its own effect, even after three writes by others.
 */
export const TOKENS = [HIDDEN.token, `${HIDDEN.token}1`, `${HIDDEN.token}2`, `${HIDDEN.token}3`] as const;

/** Names one write: when it began, what it says, if a client may repeat it under the same mark, and a mark that no other write has. */
export interface WriteToken {
  readonly text: string;
  readonly mark: string;
}

/** Until the year 5188 nine digits in base 36 sort as the instants do. */
const TIME_DIGITS = 9;

export function writeToken(now: number, mark: string, content = ''): WriteToken {
  return { text: now.toString(36).padStart(TIME_DIGITS, '0') + content + mark, mark };
}

const PART_DIGITS = 2;

/** The token of one of several writes that a request makes by themselves: none is taken for another. */
export function partToken({ text, mark }: WriteToken, part: number): WriteToken {
  const digits = part.toString(36).padStart(PART_DIGITS, '0');
  return { text: text + digits, mark: mark + digits };
}

const LIFE_DIGITS = 6;

/** The digits of an item that the write makes. */
export function lifeOf({ mark }: WriteToken): string {
  return mark.slice(-LIFE_DIGITS);
}

/** A write that began earlier has taken effect, or never will: no request outlives its function, nor API Gateway's 30 seconds. */
export const LONGEST_WRITE = 60_000;

/** The text that tokens of writes sort before which cannot have come between. */
export function oldTokensBefore(now: number): string {
  return writeToken(now - LONGEST_WRITE, '').text;
}

/** Whether the item shows that the write took effect. */
export function carries(item: AttributeMap, token: WriteToken): boolean {
  return tokenIn(item, token) !== undefined;
}

/** The item's token of the write, or of an earlier one under the same mark. */
export function tokenIn(item: AttributeMap, token: WriteToken): string | undefined {
  const place = placeIn(item, token);
  return place < 0 ? undefined : textAt(item, TOKENS[place]);
}

/**
 * Whether the item began with the write, or with an earlier one under the same mark: each later one has counted its version on and moved its token.
 * A row of unknown origin, without a version, has an earlier beginning.
 */
export function isMadeBy(item: AttributeMap, token: WriteToken): boolean {
  const began = parseInt(tokenIn(item, token)?.slice(0, TIME_DIGITS) ?? '', 36);
  return numberAt(item, 'version') === 1 + placeIn(item, token) && Date.parse(textAt(item, 'createdAt') ?? '') >= began;
}

function placeIn(item: AttributeMap, { mark }: WriteToken): number {
  return TOKENS.findIndex((name) => (textAt(item, name) ?? '').endsWith(mark));
}

/** Whether an earlier write under the same mark said the same. */
export function isSameContent(text: string, token: WriteToken): boolean {
  return text.slice(TIME_DIGITS) === token.text.slice(TIME_DIGITS);
}

/** Whether so many others have written lately that the item could have forgotten a write of ours. */
export function mayHaveForgotten(item: AttributeMap, now: number): boolean {
  return (textAt(item, TOKENS[3]) ?? '') >= oldTokensBefore(now);
}

/** Whether the item is so young that a write of ours could have been to one that had the same id before. */
export function mayBeAnother(item: AttributeMap, now: number): boolean {
  return (textAt(item, 'createdAt') ?? '') >= new Date(now - LONGEST_WRITE).toISOString();
}
