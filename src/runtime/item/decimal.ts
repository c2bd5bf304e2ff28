import { compareDecimals, readDecimal } from '../../model';

/** The order of two numbers of the store: negative, zero or positive. */
export function compareNumbers(a: string, b: string): number {
  return compareDecimals(readDecimal(a)!, readDecimal(b)!);
}
