import { checkPattern } from '../../src/validator';

const EXPLODES = /^can match one text in too many ways/;
const SEARCHES = 'is tried at each position of the text; begin it with ^, or set maxLength to at most 2000';

test.each([
  '^[a-z]+$',
  '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  '^(red|rose|ruby)$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^\\+?[1-9]\\d{1,14}$',
  '^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$',
  '^#(?:[0-9a-f]{3}){1,2}$',
  '^\\p{L}[\\p{L}\\p{N} ]*$',
  '^(?=.*\\d)(?=.*[a-z]).{8,}$',
  '^(foo|far)*$',
  '^x{1,1000}y$',
  '^$',
  'foo',
  '[A-Z]{3}\\d?',
  'a\\+b|[*+]',
  '^(?<year>\\d{4})-[(?<x>]$',
])('may meet any text: %s', (pattern) => expect(checkPattern(pattern)).toBeUndefined());

test.each([
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^(a*)*b',
  '(a?){30}',
  `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
  '^(\\w+\\s?)*$',
  '^(\\p{L}|a)*$',
  '^(?:\\s|\\u00a0)*$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '^(?:(?:a{1,100}){1,100}){1,100}$',
  '^[^@]+@[^@]+\\.[^@]+$',
  '^.*foo.*$',
  '^(?=(a+)+$)',
  '^(.*)\\1$',
])('may explode: %s', (pattern) => expect(checkPattern(pattern, 10)).toMatch(EXPLODES));

test.each(['a+b', '[a-z]+@', '(?:a|b)*c', '^\\s+|\\s+$', '\\d{3,}'])('is for short texts only: %s', (pattern) => {
  expect(checkPattern(pattern)).toBe(SEARCHES);
  expect(checkPattern(pattern, 2001)).toBe(SEARCHES);
  expect(checkPattern(pattern, 2000)).toBeUndefined();
});

test.each(['^(?:(?=.*b)a)*$', '^(?:(?:(?!a+x))a){2,}$', '^(?:(?<=b.*)a)+$'])('reads the text again and again: %s', (pattern) => {
  expect(checkPattern(pattern)).toBe('looks ahead or behind without bound in a repeated group; move the lookaround to the start, or bound it');
});

test.each(['(', '[z-a]', '\\-', 'a{2,1}'])('is no pattern: %s', (pattern) => {
  expect(checkPattern(pattern)).toMatch(/^is not a regular expression of ECMA-262 with the flag u: Invalid regular expression/);
});
