import { compareDecimals, decimalText, readDecimal } from '../../model';

/** A number as it is answered: as DynamoDB writes it, which drops zeros as well, so that it reads as it was answered when it was written. */
export function canonicalDecimal(text: string): string {
  const decimal = readDecimal(text);
  return decimal ? decimalText(decimal) : text;
}

/** The order of two numbers of the store: negative, zero or positive. */
export function compareNumbers(a: string, b: string): number {
  return compareDecimals(readDecimal(a)!, readDecimal(b)!);
}
