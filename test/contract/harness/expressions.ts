import { AttributeValue, plain } from './attribute-values';

/** What an expression's placeholders stand for. */
export interface Placeholders {
  readonly names: Record<string, string>;
  readonly values: Record<string, AttributeValue>;
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.]*|[#:]?\w+|<>|<=|>=|[=<>()[\],.+-])/y;

/** Splits an expression and puts names and values in the place of their placeholders; values become JSON. */
export function tokens(expression: string, { names, values }: Placeholders): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const position = TOKEN.lastIndex;
    const token = TOKEN.exec(expression)?.[1];
    if (token === undefined) throw new Error(`cannot read the expression from ${expression.slice(position)}`);
    found.push(token.startsWith('#') ? names[token] : token.startsWith(':') ? JSON.stringify(plain(values[token])) : token);
  }
  return found;
}

/**
 * One text for all conditions that differ only in placeholders, parentheses and the order of what AND and OR join.
 * Both key attributes exist together, so a condition on the existence of `_scope` is the same as one on `id`.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function canonicalCondition(expression: string, placeholders: Placeholders = { names: {}, values: {} }): string {
  const rest = tokens(expression, placeholders);
  const condition = disjunction(rest);
  if (rest.length > 0) throw new Error(`cannot read the condition ${expression} from ${rest.join(' ')}`);
  return written(condition);
}

/** A comparison or a call as its text, or several joined by a word. */
type Condition = string | { readonly word: 'AND' | 'OR' | 'NOT'; readonly operands: readonly Condition[] };

function written(condition: Condition, within?: string): string {
  if (typeof condition === 'string') return condition;
  const { word, operands } = condition;
  if (word === 'NOT') return `NOT (${written(operands[0])})`;
  const text = [...new Set(operands.map((operand) => written(operand, word)))].sort().join(` ${word} `);
  return word === 'OR' && within === 'AND' ? `(${text})` : text;
}

const disjunction = (rest: string[]): Condition => joined('OR', rest, () => joined('AND', rest, () => negated(rest)));

function joined(word: 'AND' | 'OR', rest: string[], operand: () => Condition): Condition {
  const operands = [operand()];
  while (rest[0]?.toUpperCase() === word) {
    rest.shift();
    operands.push(operand());
  }
  if (operands.length === 1) return operands[0];
  return { word, operands: operands.flatMap((one) => (typeof one !== 'string' && one.word === word ? one.operands : [one])) };
}

function negated(rest: string[]): Condition {
  if (rest[0]?.toUpperCase() !== 'NOT') return atom(rest);
  rest.shift();
  return { word: 'NOT', operands: [negated(rest)] };
}

function atom(rest: string[]): Condition {
  if (rest[0] === '(') {
    rest.shift();
    const inner = disjunction(rest);
    expectToken(rest, ')');
    return inner;
  }
  const left = operandText(rest);
  const operator = rest[0]?.toUpperCase();
  if (operator === 'BETWEEN') {
    rest.shift();
    const low = operandText(rest);
    expectToken(rest, 'AND');
    return `${left} BETWEEN ${low} AND ${operandText(rest)}`;
  }
  if (operator === 'IN') {
    rest.shift();
    return `${left} IN ${argumentsText(rest)}`;
  }
  return /^(<>|<=|>=|=|<|>)$/.test(operator ?? '') ? `${left} ${rest.shift()} ${operandText(rest)}` : left;
}

/** A path, a value or a function's call. */
function operandText(rest: string[]): string {
  let text = rest.shift();
  if (text === undefined) throw new Error('the expression ends where a value is expected');
  if (rest[0] === '(') return (text + argumentsText(rest)).replace(/^(attribute(?:_not)?_exists)\(_scope\)$/, '$1(id)');
  while (rest[0] === '.' || rest[0] === '[') {
    const opening = rest.shift()!;
    text += opening + rest.shift()!;
    if (opening === '[') text += rest.shift()!;
  }
  return text;
}

function argumentsText(rest: string[]): string {
  expectToken(rest, '(');
  const args = [operandText(rest)];
  while (rest[0] === ',') {
    rest.shift();
    args.push(operandText(rest));
  }
  expectToken(rest, ')');
  return `(${args.join(', ')})`;
}

function expectToken(rest: string[], token: string): void {
  const found = rest.shift();
  if (found?.toUpperCase() !== token) throw new Error(`expected ${token} before ${[found, ...rest].join(' ')}`);
}
