import { Rule } from './rule';
import { Violation } from '../../model';

/**
 * Applies a rule to a whole value and answers the violations.
 *
 * Every value is looked at once, but at most 100 violations are kept: an answer must not grow with the hostility of the question.
 */
export function validate(toPointer: (at: string, name: string) => string, rule: Rule, value: unknown, partial: boolean): Violation[] {
  const violations: Violation[] = [];
  rule(value, '', {
    partial,
    fail: (at, code, detail, name) => {
      if (violations.length < 100) violations.push({ pointer: name === undefined ? at : toPointer(at, name), code, detail });
    },
  });
  return violations;
}

/** The JSON Pointer of a member (RFC 6901). A name that is longer than any field's is cut: it came from the client. */
export function pointer(at: string, name: string): string {
  const short = name.length > 255 ? `${name.slice(0, 255).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
  return `${at}/${short.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
