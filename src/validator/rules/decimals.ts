import { Rule } from './rule';
import { Decimal } from '../../model';

type Read = (text: string) => Decimal | undefined;

/** The format `decimal`. */
export function isDecimal(read: Read): (text: string) => boolean {
  return (text) => read(text) !== undefined;
}

/** `x-minimum` and `x-maximum`. A text that is no decimal is the format's matter. */
export function decimalBound(read: Read, compare: (a: Decimal, b: Decimal) => number, code: 'x-minimum' | 'x-maximum', limit: string): Rule {
  const side = code === 'x-minimum' ? -1 : 1;
  const bound = read(limit)!;
  return (value, at, run) => {
    const decimal = typeof value === 'string' ? read(value) : undefined;
    if (decimal && compare(decimal, bound) * side > 0) {
      run.fail(at, code.slice(2), `must be at ${side < 0 ? 'least' : 'most'} ${limit}`);
    }
  };
}
