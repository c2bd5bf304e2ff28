import { parseNumber } from './json-number';
import { Json } from '../../model';
import { Problem } from '../answer/problem';

/** As deep as DynamoDB stores: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const DEPTH = 32;

/** Of a name, in a message. */
const SHOWN = 100;

const SPACE = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HEX = /[0-9a-fA-F]{4}/y;
const LONE_SURROGATE = /\p{Surrogate}/u;
const ESCAPES: { readonly [letter: string]: string } = { '"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t' };
const WORDS: readonly [string, Json][] = [['true', true], ['false', false], ['null', null]];

export function malformed(detail: string): Problem {
  return new Problem(400, 'malformed-json', detail, { errors: [{ pointer: '', code: 'malformed-json', detail }] });
}

/**
 * Parses JSON (RFC 8259) and refuses what `JSON.parse` lets pass or changes silently:
 * repeated members, `__proto__`, depth, lone surrogates, and numbers that neither a double nor DynamoDB holds exactly.
 * Takes linear time, and stops at the first mistake.
 */
export function parseJson(text: string): Json {
  let position = 0;

  const fail = (detail: string): never => {
    throw malformed(`${detail} at character ${position}`);
  };
  const unexpected = (): never => fail(position < text.length ? `${JSON.stringify(text[position])} is not expected` : 'the text ends too early');
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const [match] = pattern.exec(text) ?? [''];
    position += match.length;
    return match;
  };
  const next = (): string => {
    take(SPACE);
    return text[position];
  };

  const value = (depth: number): Json => {
    const start = next();
    if (start === '"') return string();
    if (start === '{' || start === '[') {
      if (depth === DEPTH) fail(`the text is nested more than ${DEPTH} levels deep`);
      position++;
      return start === '{' ? object(depth + 1) : array(depth + 1);
    }
    for (const [word, meaning] of WORDS) {
      if (!text.startsWith(word, position)) continue;
      position += word.length;
      return meaning;
    }
    return number();
  };

  const number = (): number => {
    const from = position;
    const literal = take(NUMBER);
    if (literal === '') unexpected();
    const result = parseNumber(literal);
    if (typeof result === 'number') return result;
    position = from;
    return fail(result.mistake);
  };

  const string = (): string => {
    const from = position++;
    let result = take(PLAIN);
    let escaped = false;
    while (text[position] === '\\') {
      escaped = true;
      position++;
      result += escape() + take(PLAIN);
    }
    if (text[position] !== '"') unexpected();
    position++;
    if (escaped && LONE_SURROGATE.test(result)) {
      position = from;
      fail('the string has half a surrogate pair, which is no character,');
    }
    return result;
  };

  const escape = (): string => {
    const letter = text[position];
    if (letter !== 'u') {
      if (!Object.hasOwn(ESCAPES, letter ?? '')) unexpected();
      position++;
      return ESCAPES[letter];
    }
    position++;
    const digits = take(HEX);
    if (digits === '') unexpected();
    return String.fromCharCode(parseInt(digits, 16));
  };

  const array = (depth: number): Json[] => {
    const elements: Json[] = [];
    if (next() === ']') return position++, elements;
    for (;;) {
      elements.push(value(depth));
      const separator = next();
      if (separator !== ',' && separator !== ']') unexpected();
      position++;
      if (separator === ']') return elements;
    }
  };

  const object = (depth: number): Json => {
    const members: { [name: string]: Json } = {};
    if (next() === '}') return position++, members;
    for (;;) {
      if (next() !== '"') unexpected();
      const from = position;
      const name = string();
      if (name === '__proto__' || Object.hasOwn(members, name)) {
        position = from;
        fail(name === '__proto__' ? 'the name "__proto__" is not allowed' : `the name ${JSON.stringify(name.slice(0, SHOWN))} is repeated`);
      }
      if (next() !== ':') unexpected();
      position++;
      members[name] = value(depth);
      const separator = next();
      if (separator !== ',' && separator !== '}') unexpected();
      position++;
      if (separator === '}') return members;
    }
  };

  if (LONE_SURROGATE.test(text)) fail('the text has half a surrogate pair, which is no character,');
  const result = value(0);
  if (next() !== undefined) unexpected();
  return result;
}
