import { compareDecimals, readDecimal } from '../../model';

/** The magnitudes of a DynamoDB number: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const LEAST = 1e-130;
const BEYOND = 1e126;

/** Every digit is said, so it is meant. */
const WRITTEN_OUT = /^-?\d+(?:\.0+)?$/;
const ZERO = /^-?[0.]+(?:[eE]|$)/;

/** The double that a JSON number stands for, or why none does; -0 is 0, which is all that DynamoDB knows. */
export function parseNumber(literal: string): number | { readonly mistake: string } {
  const value = Number(literal) + 0;
  const size = Math.abs(value);
  if (size > Number.MAX_SAFE_INTEGER && (WRITTEN_OUT.test(literal) || (size < BEYOND && !isKept(literal, value)))) {
    return { mistake: 'the integer is beyond 2^53 - 1 and would lose digits' };
  }
  if (size >= BEYOND || (size < LEAST && !ZERO.test(literal))) return { mistake: 'the number is not between 1E-130 and 1E126 in size, so it cannot be stored' };
  return value;
}

/** Whether the digits of a literal are those that its double shows: 1e21 is, 9.007199254740993e15 is not. */
function isKept(literal: string, value: number): boolean {
  const [written, shown] = [literal, String(value)].map(readDecimal);
  return written !== undefined && compareDecimals(written, shown!) === 0;
}
