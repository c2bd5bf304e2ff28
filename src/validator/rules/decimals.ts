import { Rule } from './rule';

/**
 * The order of two exact decimals, as for sorting; NaN where one is not a decimal that DynamoDB can hold: at most 38 significant digits, and zero or
 * from 1E-130 to 9.99…E+125 in magnitude.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number
 */
export function compareDecimals(a: string, b: string): number {
  const read = (text: string) => {
    const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
    if (whole === undefined) return undefined;
    const digits = whole + fraction;
    const first = digits.search(/[1-9]/);
    if (first < 0) return { sign: 0, magnitude: 0, significant: '' };
    let end = digits.length;
    while (digits[end - 1] === '0') end--;
    const magnitude = whole.length - 1 - first + Number(exponent);
    if (end - first > 38 || magnitude < -130 || magnitude > 125) return undefined;
    return { sign: sign ? -1 : 1, magnitude, significant: digits.slice(first, end) };
  };
  const [left, right] = [read(a), read(b)];
  if (!left || !right) return NaN;
  if (left.sign !== right.sign) return left.sign - right.sign;
  if (left.magnitude !== right.magnitude) return left.sign * (left.magnitude - right.magnitude);
  if (left.significant === right.significant) return 0;
  return left.significant < right.significant ? -left.sign : left.sign;
}

/** The format `decimal`. */
export function isDecimal(compare: (a: string, b: string) => number): (text: string) => boolean {
  return (text) => compare(text, text) === 0;
}

/** `x-minimum` and `x-maximum`. A text that is no decimal is the format's matter. */
export function decimalBound(compare: (a: string, b: string) => number, code: 'x-minimum' | 'x-maximum', limit: string): Rule {
  const side = code === 'x-minimum' ? -1 : 1;
  return (value, at, run) => {
    if (typeof value === 'string' && compare(value, limit) * side > 0) {
      run.fail(at, code.slice(2), `must be at ${side < 0 ? 'least' : 'most'} ${limit}`);
    }
  };
}
