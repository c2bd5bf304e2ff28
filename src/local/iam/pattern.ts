import { RequestContext } from './request-context';

/** One step of a pattern: a character that stands for itself, or a wildcard. */
type Step = string | Wildcard;

interface Wildcard {
  readonly kind: 'one' | 'many';
  /** Whether it stands for colons too. */
  readonly colons: boolean;
}

/** A policy's text, its variables filled in. What a variable stands for is literal, even if it holds a wildcard. */
export type Pattern = readonly Step[];

/** How an ARN in a policy is read. */
export interface ArnRules {
  /** Missing fields are `*`; else an ARN of fewer than six fields is none. */
  readonly complete: boolean;
  /** A `*` at the end of a field may run on past its colon; else it stays in its field. */
  readonly expand: boolean;
}

const ARN_COLONS = 5;

/**
 * Reads a text in which `*` and `?` are wildcards; undefined if it has a variable without value, which matches nothing.
 *
 * @param context absent where variables are plain text, as in policies of language version 2008-10-17
 */
export function patternOf(text: string, context: RequestContext | undefined): Pattern | undefined {
  const tokens = tokensOf(text, context);
  return tokens?.flatMap((token): Step[] => (token.wildcard ? [{ kind: token.wildcard, colons: true }] : Array.from(token.text)));
}

/** Reads a text in which `*` and `?` are plain characters; undefined as above. */
export function literalOf(text: string, context: RequestContext | undefined): string | undefined {
  return tokensOf(text, context)?.map((token) => token.text).join('');
}

/**
 * Reads an ARN. Its first five fields end at colons that wildcards do not pass; in the last one they match anything.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html wildcards
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html incomplete ARNs
 */
export function arnPatternOf(text: string, context: RequestContext | undefined, rules: ArnRules): Pattern | undefined {
  const tokens = tokensOf(text, context);
  const missing = ARN_COLONS - (tokens ?? []).filter((token) => token.colon).length;
  if (!tokens || (missing > 0 && !rules.complete)) return undefined;
  for (let field = 0; field < missing; field++) tokens.push(COLON, STAR);

  let colons = 0;
  return tokens.flatMap((token, index): Step[] => {
    if (token.colon) colons++;
    if (!token.wildcard) return Array.from(token.text);
    const ends = index === tokens.length - 1 || tokens[index + 1].colon === true;
    return [{ kind: token.wildcard, colons: colons >= ARN_COLONS || (rules.expand && token.wildcard === 'many' && ends) }];
  });
}

/**
 * Whether the whole text fits. Follows all ways through the pattern at once, so that no pattern takes more than its
 * length times the text's, where a regular expression could take exponentially long.
 */
export function matches(pattern: Pattern, text: string): boolean {
  const characters = Array.from(text);
  const start = literalPrefix(pattern, characters);
  let reached = new Set<number>();
  reach(pattern, start, reached);
  for (const character of characters.slice(start)) {
    const next = new Set<number>();
    for (const index of reached) {
      if (takes(pattern[index], character)) reach(pattern, isMany(pattern[index]) ? index : index + 1, next);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(pattern.length);
}

/** How many characters fit before the first wildcard: there is one way through them, and most of a pattern is of that kind. */
function literalPrefix(pattern: Pattern, characters: readonly string[]): number {
  let length = 0;
  while (length < characters.length && pattern[length] === characters[length]) length++;
  return length;
}

/** Adds a place in the pattern, and those behind it that may match nothing. */
function reach(pattern: Pattern, index: number, reached: Set<number>): void {
  reached.add(index);
  if (isMany(pattern[index])) reach(pattern, index + 1, reached);
}

function isMany(step: Step | undefined): boolean {
  return typeof step === 'object' && step.kind === 'many';
}

/** Behind its end a pattern takes nothing. */
function takes(step: Step | undefined, character: string): boolean {
  return typeof step === 'object' ? step.colons || character !== ':' : step === character;
}

interface Token {
  readonly text: string;
  readonly wildcard?: 'one' | 'many';
  /** A colon that the policy's author wrote, not one in a variable's value. */
  readonly colon?: boolean;
}

const COLON: Token = { text: ':', colon: true };
const STAR: Token = { text: '*', wildcard: 'many' };
const SPECIAL: Readonly<Record<string, Token>> = { '*': STAR, '?': { text: '?', wildcard: 'one' }, ':': COLON };

/** `${*}`, `${?}` and `${$}` stand for the characters themselves. */
const ESCAPES: readonly string[] = ['*', '?', '$'];

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function tokensOf(text: string, context: RequestContext | undefined): Token[] | undefined {
  const tokens: Token[] = [];
  for (const [token, variable] of text.matchAll(context ? /\$\{([^}]*)\}|[*?:]|[^*?:$]+|\$/g : /[*?:]|[^*?:]+/g)) {
    const value = variable === undefined ? SPECIAL[token] ?? { text: token } : valueOf(variable, context!);
    if (value === undefined) return undefined;
    tokens.push(value);
  }
  return tokens;
}

/** The variable is `key`, or `key, 'default'`. */
function valueOf(variable: string, context: RequestContext): Token | undefined {
  if (ESCAPES.includes(variable)) return { text: variable };
  const [, key, fallback] = /^(.*?)(?:, '(.*)')?$/s.exec(variable)!;
  const text = context.variable(key) ?? fallback;
  return text === undefined ? undefined : { text };
}
