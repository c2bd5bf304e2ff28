import { Captures, isPlainObject, resolve } from './captures';

/** What an expectation may be: a literal (with references), a matcher, or an object or array of these. */
export type Expected = unknown;

/** One place where an answer is not as expected. */
export interface Mismatch {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/** Stands in an expectation for every value that it accepts. */
export class Matcher {
  constructor(readonly description: string, readonly accepts: (actual: unknown) => boolean) {}
}

/** Stands in an expectation for one that depends on what was captured. */
export class Derived {
  constructor(readonly derive: (captures: Captures) => Expected) {}
}

const textMatching = (description: string, pattern: RegExp) =>
  new Matcher(description, (actual) => typeof actual === 'string' && pattern.test(actual));

/** UUIDv7, RFC 9562 section 5.7. */
export const anId = textMatching('a UUIDv7', /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
/** As the server writes it: UTC with three decimals. */
export const anInstant = textMatching('an instant in UTC with milliseconds', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
/** A strong entity tag, RFC 9110 section 8.8.3. */
export const anETag = textMatching('a strong entity tag', /^"[\x21\x23-\x7e]+"$/);
export const aText = textMatching('a text that is not empty', /\S/);
export const aToken = textMatching('a write token', /^[\w+/=-]{8,}$/);
/** Of an item, among those that have had its id. */
export const aLife = textMatching('six digits', /^[\w-]{6}$/);
export const aNumber = new Matcher('a number', (actual) => typeof actual === 'number');
export const absent = new Matcher('absent', (actual) => actual === undefined);
export const aCursor = textMatching('an opaque cursor', /^[A-Za-z0-9_-]{8,}$/);

export const matching = (pattern: RegExp) => textMatching(`a text like ${String(pattern)}`, pattern);

/** Another value than the one captured: `other('{todo.etag}')`. */
export const other = (reference: string) =>
  new Derived((captures) => {
    const value = resolve<unknown>(reference, captures);
    return new Matcher(`other than ${show(value)}`, (actual) => actual !== undefined && actual !== value);
  });

/** A list header with exactly these members, in any order. */
export const listOf = (...members: string[]) =>
  new Matcher(`the list ${members.join(', ')}`, (actual) =>
    typeof actual === 'string' && sameMembers(actual.toLowerCase().split(/\s*,\s*/), members.map((member) => member.toLowerCase())));

/** An array with exactly these elements, in any order. */
export const inAnyOrder = (...elements: Expected[]) =>
  new Derived((captures) => new Matcher(`in any order ${describe(resolve(elements, captures))}`, (actual) => {
    if (!Array.isArray(actual) || actual.length !== elements.length) return false;
    const left = [...(actual as unknown[])];
    return elements.every((element) => {
      const position = left.findIndex((candidate) => compare(element, candidate, captures).length === 0);
      if (position >= 0) left.splice(position, 1);
      return position >= 0;
    });
  }));

/** An array whose every element is as expected, of a length within the bounds. */
export const arrayOf = (element: Expected, { from = 0, to = Infinity } = {}) =>
  new Derived((captures) => new Matcher(`${from} to ${to} times ${describe(element)}`, (actual) =>
    Array.isArray(actual) && actual.length >= from && actual.length <= to
    && actual.every((candidate) => compare(element, candidate, captures).length === 0)));

/** An array that has no element with this id. */
export const without = (id: string) =>
  new Derived((captures) => {
    const value = resolve<unknown>(id, captures);
    return new Matcher(`an array without ${show(value)}`, (actual) => Array.isArray(actual) && (actual as { id: unknown }[]).every((item) => item.id !== value));
  });

/** An object that has at least these members. */
export const including = (members: Record<string, Expected>) =>
  new Derived((captures) => new Matcher(`an object with ${describe(resolve(members, captures))}`, (actual) =>
    isPlainObject(actual) && Object.entries(members).every(([name, member]) => compare(member, actual[name], captures).length === 0)));

/** The captured item, with some members otherwise; `absent` takes one away. */
export const itemLike = (name: string, differences: Record<string, Expected> = {}) =>
  new Derived((captures) => ({ ...(captures[name] as { readonly item: object }).item, ...differences }));

/** Every place where the actual value is not as expected; none if it is. */
export function compare(expected: Expected, actual: unknown, captures: Captures, path = ''): Mismatch[] {
  if (expected instanceof Derived) return compare(expected.derive(captures), actual, captures, path);
  if (expected instanceof Matcher) return expected.accepts(actual) ? [] : [{ path, expected: expected.description, actual: show(actual) }];
  const value = typeof expected === 'string' ? resolve<unknown>(expected, captures) : expected;
  const both = Array.isArray(value) && Array.isArray(actual) || isPlainObject(value) && isPlainObject(actual);
  if (both) {
    const names = new Set([...Object.keys(value as object), ...Object.keys(actual as object)]);
    return [...names].flatMap((name) => compareMember(value as Captures, actual as Captures, name, captures, `${path}/${name}`));
  }
  return Object.is(value, actual) ? [] : [{ path, expected: describe(value), actual: show(actual) }];
}

function compareMember(expected: Captures, actual: Captures, name: string, captures: Captures, path: string): Mismatch[] {
  if (!Object.hasOwn(expected, name)) return [{ path, expected: 'absent', actual: show(actual[name]) }];
  return compare(expected[name], Object.hasOwn(actual, name) ? actual[name] : undefined, captures, path);
}

/** An expectation as a text for people. */
export function describe(expected: Expected): string {
  if (expected instanceof Matcher) return `<${expected.description}>`;
  if (expected instanceof Derived) return '<as captured>';
  if (Array.isArray(expected)) return `[${expected.map(describe).join(', ')}]`;
  if (isPlainObject(expected)) return `{ ${Object.entries(expected).map(([name, member]) => `${name}: ${describe(member)}`).join(', ')} }`;
  return show(expected);
}

export function show(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = Object.is(value, -0) ? '-0' : JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
}

function sameMembers(actual: string[], expected: string[]): boolean {
  return actual.length === expected.length && [...actual].sort().join() === [...expected].sort().join();
}
