import { Rule } from './rule';
import { Json, JsonType } from '../../model';

/** Every rule of a schema; the others are pointless where the type is wrong. */
export function all(types: JsonType[], rules: Rule[]): Rule {
  const article = (type: string) => (type === 'null' ? type : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`);
  const allowed = new Set<string>(types);
  const wanted = types.map(article).join(' or ');
  return (value, at, run) => {
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    // integer is a number without fraction: 1.0 is one (JSON Schema 2020-12, 4.2.3)
    const fits = allowed.size === 0 || allowed.has(type) || (Number.isInteger(value) && allowed.has('integer'));
    if (!fits) {
      const received = type === 'number' && allowed.has('integer') ? 'a number with a fraction' : article(type);
      run.fail(at, 'type', `must be ${wanted}, not ${received}`);
      return;
    }
    for (const rule of rules) rule(value, at, run);
  };
}

/** JSON with sorted keys: equal values, in JSON Schema's sense, are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member) =>
    (member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member));
}

/** `enum`, and `const` as an enumeration of one value. */
export function oneOf(text: (value: unknown) => string, code: string, values: Json[]): Rule {
  const allowed = new Set(values.map(text));
  const list = [...allowed].join(', ');
  const detail = `must be ${allowed.size > 1 ? 'one of ' : ''}${list.length > 500 ? `${allowed.size} values` : list}`;
  const hasObjects = values.some((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  return (value, at, run) => {
    // a patch shows only a part of an object
    const undecided = run.partial && hasObjects;
    if (!undecided && !allowed.has(text(value))) run.fail(at, code, detail);
  };
}
