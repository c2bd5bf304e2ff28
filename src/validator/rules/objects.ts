import { Rule } from './rule';

/** A declared member: its name, its rules, and whether `null` is a value of it. */
export type Member = [name: string, rule: Rule, nullable?: boolean];

/**
 * `properties`, `required` and `additionalProperties`.
 *
 * Only own members count: `toString` or `__proto__` is a name like any other.
 *
 * @param additional the rule for members that are not declared; absent, they are unknown
 */
export function members(toPointer: (at: string, name: string) => string, declared: Member[], required: string[], additional?: Rule): Rule {
  const known = new Map(declared.map(([name, rule, nullable]) => [name, { path: toPointer('', name), rule, nullable }]));
  const needed = new Set(required);
  return (value, at, run) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const record = value as Record<string, unknown>;
    const check = (name: string, path: string, rule: Rule, nullable?: boolean) => {
      if (!run.partial || record[name] !== null) rule(record[name], at + path, run);
      else if (!nullable && needed.has(name)) run.fail(at, 'required', 'is required, so it cannot be removed', name);
    };

    if (!run.partial) {
      for (const name of required) if (!Object.hasOwn(record, name)) run.fail(at, 'required', 'is required', name);
    }
    for (const [name, { path, rule, nullable }] of known) if (Object.hasOwn(record, name)) check(name, path, rule, nullable);
    for (const name of Object.keys(record)) {
      if (known.has(name)) continue;
      if (additional) check(name, toPointer('', name), additional);
      else run.fail(at, 'unknown', 'is not a known member', name);
    }
  };
}

/** `minProperties` and `maxProperties`, which a patch cannot decide: it does not show what is stored. */
export function memberCount(code: 'minProperties' | 'maxProperties', limit: number): Rule {
  const detail = `must have at ${code === 'minProperties' ? 'least' : 'most'} ${limit} member${limit === 1 ? '' : 's'}`;
  return (value, at, run) => {
    if (run.partial || typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const count = Object.keys(value).length;
    if (code === 'minProperties' ? count < limit : count > limit) run.fail(at, code, detail);
  };
}
