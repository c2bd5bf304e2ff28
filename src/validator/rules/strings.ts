import { Rule } from './rule';

/** `minLength` and `maxLength`, in code points (JSON Schema 2020-12 validation, 6.3). */
export function length(code: 'minLength' | 'maxLength', limit: number): Rule {
  const detail = `must have at ${code === 'minLength' ? 'least' : 'most'} ${limit} character${limit === 1 ? '' : 's'}`;
  return (value, at, run) => {
    // at most two units a code point: most values are decided without counting
    if (typeof value !== 'string' || (code === 'minLength' ? value.length >= 2 * limit : value.length <= limit)) return;
    const points = value.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length;
    if (code === 'minLength' ? points < limit : points > limit) run.fail(at, code, detail);
  };
}

/** `pattern`: an ECMA-262 expression with the flag `u`, not anchored. */
export function pattern(source: string): Rule {
  const expression = new RegExp(source, 'u');
  return (value, at, run) => {
    if (typeof value === 'string' && !expression.test(value)) run.fail(at, 'pattern', `must match ${source}`);
  };
}

/** `format` and `contentEncoding`, as assertions. */
export function form(code: 'format' | 'contentEncoding', fits: (text: string) => boolean, wanted: string): Rule {
  return (value, at, run) => {
    if (typeof value === 'string' && !fits(value)) run.fail(at, code, `must be ${wanted}`);
  };
}
