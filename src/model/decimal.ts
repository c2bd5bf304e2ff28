/**
 * An exact decimal that DynamoDB can hold: at most 38 significant digits, and zero or from 1E-130 to 9.99…E+125 in magnitude.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number
 */
export interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** The power of ten of the first digit. */
  readonly magnitude: number;
  /** Without leading and trailing zeros; none for zero. */
  readonly digits: string;
}

// These functions also ship as their own source text, in generated validators: each uses its parameters and the language's globals alone.

/** Reads a number as JSON writes one; undefined for any other text, and for what DynamoDB cannot hold. Takes linear time, whatever the exponent. */
export function readDecimal(text: string): Decimal | undefined {
  const [, minus, whole, fraction = '', exponent = '0'] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first < 0) return { sign: 0, magnitude: 0, digits: '' };
  let end = all.length;
  while (all[end - 1] === '0') end--;
  const magnitude = whole.length - 1 - first + Number(exponent);
  if (end - first > 38 || magnitude < -130 || magnitude > 125) return undefined;
  return { sign: minus ? -1 : 1, magnitude, digits: all.slice(first, end) };
}

/** Negative, zero or positive, as for sorting; exactly, where a double would take neighbours for equals. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign) return a.sign - b.sign;
  if (a.magnitude !== b.magnitude) return a.sign * (a.magnitude - b.magnitude);
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -a.sign : a.sign;
}

/** The one way to write a decimal: without exponent, leading or trailing zeros. */
export function decimalText({ sign, magnitude, digits }: Decimal): string {
  if (sign === 0) return '0';
  const text = magnitude < 0
    ? `0.${'0'.repeat(-magnitude - 1)}${digits}`
    : `${digits.slice(0, magnitude + 1).padEnd(magnitude + 1, '0')}.${digits.slice(magnitude + 1)}`.replace(/\.$/, '');
  return sign < 0 ? `-${text}` : text;
}

/** A number as it is answered: as DynamoDB writes it, which drops zeros as well, so that it reads as it was answered when it was written. */
export function canonicalDecimal(text: string): string {
  const decimal = readDecimal(text);
  return decimal ? decimalText(decimal) : text;
}
