import { isSafePattern } from 'redos-detector';
import { shapeOf } from './pattern-shape';

/** Ways in which one text may be tried, and steps of the analysis: counts, so that every machine comes to the same verdict. */
const MAX_WAYS = 10;
const MAX_STEPS = 1000;

/** With the square of this length a search is still a matter of milliseconds. */
const MAX_SEARCHED_LENGTH = 2000;

/**
 * Why a pattern must not meet a client's text, with the fix; undefined if it may.
 *
 * JavaScript's engine backtracks: a pattern that can match one text in many ways takes a time that grows with their number, which `^(a+)+$` brings to
 * 20 seconds with 28 letters. What is let through takes a time linear in the text, or tries a short text at each position.
 */
export function checkPattern(pattern: string, maxLength = Infinity): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return `is not a regular expression of ECMA-262 with the flag u: ${(error as Error).message}`;
  }

  const { unbounded, searchesInLoop } = shapeOf(pattern);
  if (searchesInLoop) return 'looks ahead or behind without bound in a repeated group; move the lookaround to the start, or bound it';
  const isAnchored = isSafe(pattern);
  if (isAnchored) return undefined;
  if (isAnchored === false || !isSafe(`^(?:${pattern})`)) {
    return 'can match one text in too many ways, so that its time may explode; '
      + 'do not repeat what is itself repeated or optional, and let neighbours begin with different characters';
  }
  if (unbounded && maxLength > MAX_SEARCHED_LENGTH) {
    return `is tried at each position of the text; begin it with ^, or set maxLength to at most ${MAX_SEARCHED_LENGTH}`;
  }
  return undefined;
}

/** Whether the ways of matching are few; undefined if the pattern is not anchored at its start, or beyond the analysis. */
function isSafe(pattern: string): boolean | undefined {
  try {
    return isSafePattern(withoutNames(pattern), { unicode: true, maxScore: MAX_WAYS, maxSteps: MAX_STEPS, downgradePattern: false }).safe;
  } catch {
    return undefined;
  }
}

/** Names of groups mean nothing to a test, and the analysis does not read them. */
function withoutNames(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<(?![=!])[^>]*>/gsu, (token) => (token.startsWith('(') ? '(' : token));
}
