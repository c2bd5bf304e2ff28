import { Rule } from './rule';

/** `minimum`, `maximum` and the exclusive ones. */
export function bound(code: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum', limit: number): Rule {
  const fits = {
    minimum: (value: number) => value >= limit,
    maximum: (value: number) => value <= limit,
    exclusiveMinimum: (value: number) => value > limit,
    exclusiveMaximum: (value: number) => value < limit,
  }[code];
  const wanted = { minimum: 'at least', maximum: 'at most', exclusiveMinimum: 'more than', exclusiveMaximum: 'less than' }[code];
  return (value, at, run) => {
    if (typeof value === 'number' && !fits(value)) run.fail(at, code, `must be ${wanted} ${limit}`);
  };
}

/** `multipleOf`, exact in the decimals as they are written: 19.99 is a multiple of 0.01, whatever doubles make of it. */
export function multipleOf(divisor: number): Rule {
  const decimal = (value: number) => {
    const [mantissa, exponent = '0'] = String(value).split('e');
    const [whole, fraction = ''] = mantissa.split('.');
    return { units: BigInt(whole + fraction), decimals: fraction.length - Number(exponent) };
  };
  const step = decimal(divisor);
  return (value, at, run) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return;
    const { units, decimals } = decimal(value);
    const scale = Math.max(decimals, step.decimals);
    if (units * 10n ** BigInt(scale - decimals) % (step.units * 10n ** BigInt(scale - step.decimals)) !== 0n) {
      run.fail(at, 'multipleOf', `must be a multiple of ${divisor}`);
    }
  };
}
