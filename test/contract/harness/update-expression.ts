import { plain } from './attribute-values';
import { Placeholders, tokens } from './expressions';

/** An update by its clauses. A SET of a value holds the plain value; anything else is `{ expression }`. */
export interface Update {
  readonly SET?: Record<string, unknown>;
  readonly REMOVE?: string[];
  readonly ADD?: Record<string, unknown>;
  readonly DELETE?: Record<string, unknown>;
}

const CLAUSES = ['SET', 'REMOVE', 'ADD', 'DELETE'];

/**
 * Reads an update expression.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
export function readUpdate(expression: string, placeholders: Placeholders): Update {
  const update: Record<string, unknown> = {};
  for (const clause of expression.trim().split(/\s*\b(?=(?:SET|REMOVE|ADD|DELETE)\s)/i)) {
    const [, keyword, body] = /^(\w+)\s+(.*)$/s.exec(clause)!;
    const name = keyword.toUpperCase();
    if (!CLAUSES.includes(name)) throw new Error(`cannot read the update clause ${clause}`);
    const parts = topLevelParts(body);
    update[name] = name === 'REMOVE'
      ? parts.map((part) => text(part, placeholders)).sort()
      : Object.fromEntries(parts.map((part) => assignment(part, name === 'SET' ? '=' : ' ', placeholders)));
  }
  return update;
}

function assignment(part: string, separator: string, placeholders: Placeholders): [string, unknown] {
  const position = part.indexOf(separator);
  const value = part.slice(position + 1).trim();
  const path = text(part.slice(0, position), placeholders);
  return [path, value in placeholders.values ? plain(placeholders.values[value]) : { expression: text(value, placeholders) }];
}

/** Commas inside a function's call do not separate. */
function topLevelParts(body: string): string[] {
  return body.split(/,(?![^()]*\))/).map((part) => part.trim());
}

/** One way to write an operand, whatever white space it came with. */
function text(expression: string, placeholders: Placeholders): string {
  return tokens(expression, placeholders).reduce((written, token) => {
    const tight = written === '' || /^[().,[\]]$/.test(token) || /[(.[]$/.test(written);
    return written + (tight ? '' : ' ') + token;
  }, '');
}
