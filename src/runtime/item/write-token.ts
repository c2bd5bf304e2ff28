import { HIDDEN } from '../../model';
import { AttributeMap } from '../store/call';

/**
 * The attributes that remember the last four writes, newest first.
 *
 * By them a write that is sent again, since its answer was lost, knows its own effect, even after three writes by others.
 */
export const TOKENS = [HIDDEN.token, `${HIDDEN.token}1`, `${HIDDEN.token}2`, `${HIDDEN.token}3`] as const;

/** Names one write: when it began, and a mark that no other write has. */
export interface WriteToken {
  readonly text: string;
  readonly mark: string;
}

/** Until the year 5188 nine digits in base 36 sort as the instants do. */
const TIME_DIGITS = 9;

export function writeToken(now: number, mark: string): WriteToken {
  return { text: now.toString(36).padStart(TIME_DIGITS, '0') + mark, mark };
}

/** A write that began earlier has taken effect, or never will: no request outlives its function, nor API Gateway's 30 seconds. */
export const LONGEST_WRITE = 60_000;

/** The text that tokens of writes sort before which cannot have come between. */
export function oldTokensBefore(now: number): string {
  return writeToken(now - LONGEST_WRITE, '').text;
}

/** Whether the item shows that the write took effect. */
export function carries(item: AttributeMap, { mark }: WriteToken): boolean {
  return TOKENS.some((name) => textOf(item, name).endsWith(mark));
}

/** Whether so many others have written lately that the item could have forgotten a write of ours. */
export function mayHaveForgotten(item: AttributeMap, now: number): boolean {
  return textOf(item, TOKENS[3]) >= oldTokensBefore(now);
}

function textOf(item: AttributeMap, name: string): string {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return value && 'S' in value ? value.S : '';
}
