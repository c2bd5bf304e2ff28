import { Token } from 'aws-cdk-lib';
import { isJson } from './json';

/** What an option takes. The compiler knows it for TypeScript; callers in JavaScript learn it from the message. */
export interface Kind {
  /** As it ends the sentence "must be …". */
  readonly wanted: string;
  readonly takes: (value: unknown) => boolean;
  /** The option cannot be left out. */
  readonly required?: true;
}

/** The kind of an option that cannot be left out. */
export interface RequiredKind extends Kind {
  readonly required: true;
}

export function required(kind: Kind): RequiredKind {
  return { ...kind, required: true };
}

const isText = (value: unknown) => typeof value === 'string';
const isKnown = (value: unknown) => !Token.isUnresolved(value);
const isListOf = (takes: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && Array.from(value).every(takes);

/** A text that the package reads itself: it goes into paths, names or the functions' asset, so a token cannot stand for it. */
export const TEXT: Kind = { wanted: 'a text', takes: (value) => isText(value) && isKnown(value) };
/** A text that goes into the template as it is. */
export const LATE_TEXT: Kind = { wanted: 'a text', takes: isText };
export const TEXTS: Kind = { wanted: 'a list of texts', takes: isListOf(TEXT.takes) };
export const LATE_TEXTS: Kind = { wanted: 'a list of texts', takes: (value) => !isKnown(value) || isListOf(isText)(value) };
export const NUMBER: Kind = { wanted: 'a finite number', takes: (value) => Number.isFinite(value) && isKnown(value) };
export const LATE_NUMBER: Kind = { wanted: 'a finite number', takes: Number.isFinite };
export const FLAG: Kind = { wanted: 'true or false', takes: (value) => typeof value === 'boolean' };
export const JSON_VALUE: Kind = { wanted: 'a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep', takes: isJson };

/** A member of an enumeration. */
export function member(name: string, values: { readonly [name: string]: string | number }): Kind {
  // an enumeration of numbers has the numbers as keys, too
  const keys = Object.keys(values).filter((key) => Number.isNaN(Number(key)));
  const wanted = keys.length > 12 ? `a ${name} such as ${name}.${keys[0]}` : `one of ${keys.map((key) => `${name}.${key}`).join(', ')}`;
  return { wanted, takes: (value) => keys.some((key) => values[key] === value) };
}

/**
 * An object of a class, told by its members: `instanceof` fails where a package is installed twice.
 *
 * @param example how one is made
 */
export function object(example: string, ...members: string[]): Kind {
  return {
    wanted: example,
    takes: (value) => typeof value === 'object' && value !== null && members.every((name) => name in value),
  };
}
