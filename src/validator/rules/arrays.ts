import { Rule } from './rule';

/** `items`. A merge patch replaces an array as a whole, so its elements are whole too. */
export function items(rule: Rule): Rule {
  return (value, at, run) => {
    if (!Array.isArray(value)) return;
    const whole = run.partial ? { ...run, partial: false } : run;
    for (let index = 0; index < value.length; index++) rule(value[index], `${at}/${index}`, whole);
  };
}

/** `minItems` and `maxItems`. */
export function itemCount(code: 'minItems' | 'maxItems', limit: number): Rule {
  const detail = `must have at ${code === 'minItems' ? 'least' : 'most'} ${limit} element${limit === 1 ? '' : 's'}`;
  return (value, at, run) => {
    if (Array.isArray(value) && (code === 'minItems' ? value.length < limit : value.length > limit)) run.fail(at, code, detail);
  };
}

/** `uniqueItems`, in one pass: comparing every pair would let 256 KB of small objects keep a processor busy for minutes. */
export function uniqueItems(text: (value: unknown) => string): Rule {
  return (value, at, run) => {
    if (!Array.isArray(value)) return;
    const seen = new Map<string, number>();
    for (let index = 0; index < value.length; index++) {
      const key = text(value[index]);
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        run.fail(at, 'uniqueItems', `must not have equal elements; those at ${earlier} and ${index} are equal`);
        return;
      }
      seen.set(key, index);
    }
  };
}
