import { Token } from 'aws-cdk-lib';
import { isPlain } from './json';

const LENGTH = 120;

/** A value as a message shows it: short, on one line, and told apart from its look-alikes (`'5'` from `5`, `'null'` from `null`). */
export function shown(value: unknown): string {
  if (isToken(value)) return 'a token (a value that only the deployment knows)';
  switch (typeof value) {
    case 'string':
      return cut(`'${JSON.stringify(value).slice(1, -1).replace(/\\"/g, '"')}'`);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return `the function ${value.name || '(anonymous)'}`;
    case 'object':
      return value === null ? 'null' : shownObject(value);
    default:
      return String(value);
  }
}

/** CDK takes everything that can `resolve` for a token, stacks included. */
function isToken(value: unknown): boolean {
  return Token.isUnresolved(value) && (typeof value !== 'object' || value === null || Array.isArray(value) || 'creationStack' in value);
}

function shownObject(value: object): string {
  if (Array.isArray(value)) return cut(`[${value.map(shown).join(', ')}]`);
  const name = className(value);
  if (name) return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
  return cut(`{ ${Object.entries(value).map(([key, member]) => `${key}: ${Array.isArray(member) ? '[…]' : typeof member === 'object' && member ? '{…}' : shown(member)}`).join(', ')} }`);
}

/** The class of an object that is more than a literal. */
function className(value: object): string | undefined {
  return isPlain(value) ? undefined : value.constructor.name || 'class without a name';
}

function cut(text: string): string {
  return text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
}
