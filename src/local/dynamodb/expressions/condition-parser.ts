import { Expression, isLiteral, Operand, ParsedCondition } from './syntax';
import { typeOf } from '../values/attribute-value';

export type ConditionParser = (text: string, options: object) => ParsedCondition | string;

/**
 * Parses AND, OR, NOT and their parentheses, and leaves each condition between them to dynalite's parser.
 *
 * That parser tries a parenthesis as condition and as operand, several times over: its time grows by a factor of 3.5 with each level (4 s at
 * depth 8). Here it never sees a nested one, and what is left is linear.
 */
export function parseCondition(text: string, options: object, parseLeaf: ConditionParser): ParsedCondition | string {
  const tokens = tokenize(text);
  if (operatorsIn(tokens) > MAX_OPERATORS) return `The expression contains too many operators; operator count: ${operatorsIn(tokens)}`;
  try {
    return new BooleanLayer(text, tokens, (leaf) => parseLeaf(leaf, options)).parse();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Most operators and functions in one expression. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MAX_OPERATORS = 300;

/** Most operands of IN, from the same page. */
const MAX_IN_OPERANDS = 100;

/** What compares by order. */
const ORDERED: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', 'between']);

/** A value without an order can be in an item, where it makes the condition false, but not in the expression. */
function checkOrdered(operator: string, operands: readonly (Operand | Expression)[]): void {
  const types = operands.filter(isLiteral).map(typeOf);
  const wrong = types.find((type) => !['S', 'N', 'B'].includes(type));
  if (wrong === undefined) return;
  throw new Refusal(`Incorrect operand type for operator or function; operator or function: ${operator.toUpperCase()}, operand type: ${wrong}`);
}

/** Parentheses of an operand, a function's arguments and an `IN` list; more in one condition are redundant. */
const MAX_LEAF_DEPTH = 3;

interface Token {
  readonly text: string;
  /** In capitals, for names and keywords. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

class Refusal extends Error {}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[#:]?\w+|<>|<=|>=|[^\s\w]/g)) {
    tokens.push({ text: match[0], word: match[0].toUpperCase(), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'BETWEEN', 'IN', '=', '<>', '<', '<=', '>', '>=']);
const COMPARATORS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=', 'BETWEEN', 'IN']);

function operatorsIn(tokens: readonly Token[]): number {
  return tokens.filter(({ word }, index) => OPERATORS.has(word) || (/^[A-Z]/.test(word) && tokens[index + 1]?.text === '(')).length;
}

class BooleanLayer {
  private position = 0;
  private readonly closing: ReadonlyMap<number, number>;
  private readonly nestedPaths: Record<string, true> = Object.create(null) as Record<string, true>;
  private readonly pathHeads: Record<string, true> = Object.create(null) as Record<string, true>;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly parseLeaf: (leaf: string) => ParsedCondition | string,
  ) {
    this.closing = matchParentheses(tokens);
  }

  parse(): ParsedCondition {
    const expression = this.parseJunction('OR', () => this.parseJunction('AND', () => this.parseNegation()));
    if (this.position < this.tokens.length) this.refuseToken();
    return { expression, nestedPaths: this.nestedPaths, pathHeads: this.pathHeads };
  }

  private parseJunction(operator: 'AND' | 'OR', parseOperand: () => Expression): Expression {
    const args = [parseOperand()];
    while (this.word() === operator) {
      this.position += 1;
      args.push(parseOperand());
    }
    return args.length === 1 ? args[0] : { type: operator === 'AND' ? 'and' : 'or', args };
  }

  private parseNegation(): Expression {
    if (this.word() !== 'NOT') return this.isGroup(this.position) ? this.parseGroup() : this.parseCondition();
    this.position += 1;
    return { type: 'not', args: [this.parseNegation()] };
  }

  /** A parenthesis holds a condition, unless what follows it compares it, as an operand. */
  private isGroup(position: number): boolean {
    const end = this.tokens[position]?.text === '(' ? this.closing.get(position) : undefined;
    return end !== undefined && !COMPARATORS.has(this.tokens[end + 1]?.word);
  }

  private parseGroup(): Expression {
    const end = this.closing.get(this.position)!;
    if (this.isGroup(this.position + 1) && this.closing.get(this.position + 1) === end - 1) throw new Refusal('The expression has redundant parentheses;');
    this.position += 1;
    const expression = this.parseJunction('OR', () => this.parseJunction('AND', () => this.parseNegation()));
    if (this.position !== end) this.refuseToken();
    this.position += 1;
    return expression;
  }

  private parseCondition(): Expression {
    const first = this.position;
    this.skipLeaf();
    if (this.position === first) this.refuseToken();
    const parsed = this.parseLeaf(this.text.slice(this.tokens[first].start, this.tokens[this.position - 1].end));
    if (typeof parsed === 'string') throw new Refusal(parsed);
    const { type, args } = parsed.expression;
    if (type === 'in' && args.length - 1 > MAX_IN_OPERANDS) {
      throw new Refusal(`The IN operator is provided with too many operands; number of operands: ${args.length - 1}`);
    }
    if (ORDERED.has(type)) checkOrdered(type, args);
    Object.assign(this.nestedPaths, parsed.nestedPaths);
    Object.assign(this.pathHeads, parsed.pathHeads);
    return parsed.expression;
  }

  /** To the AND, OR or closing parenthesis that ends the condition; the first AND after a BETWEEN is its own. */
  private skipLeaf(): void {
    let depth = 0;
    let bounds = 0;
    for (; this.position < this.tokens.length; this.position += 1) {
      const { text, word } = this.tokens[this.position];
      if (depth === 0 && (text === ')' || word === 'OR' || (word === 'AND' && bounds === 0))) return;
      if (word === 'BETWEEN') bounds += 1;
      if (word === 'AND' && depth === 0) bounds -= 1;
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
      if (depth > MAX_LEAF_DEPTH) throw new Refusal('The expression has redundant parentheses;');
    }
  }

  private word(): string | undefined {
    return this.tokens[this.position]?.word;
  }

  private refuseToken(): never {
    const token = this.tokens[this.position];
    const near = this.tokens.slice(Math.max(this.position - 1, 0), this.position + 2).map(({ text }) => text).join(' ');
    throw new Refusal(`Syntax error; token: ${token === undefined ? '<EOF>' : `"${token.text}"`}, near: "${near}"`);
  }
}

/** Of each opening parenthesis that is closed, the closing one. */
function matchParentheses(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ text }, position) => {
    if (text === '(') open.push(position);
    if (text === ')' && open.length > 0) closing.set(open.pop()!, position);
  });
  return closing;
}
