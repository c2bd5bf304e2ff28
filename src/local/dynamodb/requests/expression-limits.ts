import { EXPRESSION_BYTES, NESTING_LEVELS } from '../limits';
import { validationError } from '../service-error';

const EXPRESSIONS = ['ConditionExpression', 'FilterExpression', 'KeyConditionExpression', 'ProjectionExpression', 'UpdateExpression'] as const;
const SUBSTITUTIONS = ['ExpressionAttributeNames', 'ExpressionAttributeValues'] as const;

type Expressions = { readonly [name in typeof EXPRESSIONS[number]]?: string } & { readonly [name in typeof SUBSTITUTIONS[number]]?: object };

/** A path of more steps than an item has levels. */
const LONG_PATH = new RegExp(`(?:[.[]\\s*[#\\w]+\\s*\\]?\\s*){${NESTING_LEVELS}}`);

/** A name that no expression can have by itself, only by way of ExpressionAttributeNames. */
const UNDERSCORED = /(?<![#:\w])_\w*/;

/** What a message shows at most of what is before a wrong token. */
const NEAR_CHARACTERS = 30;

/** Of lists: what a signed integer of 32 bits holds. */
const HIGHEST_INDEX = 2 ** 31 - 1;

/** `#a` and `:v`. */
const SHORTEST_SUBSTITUTION = 2;

/**
 * Checked before expressions are parsed, since the time that takes depends on it.
 * @throws ValidationException
 */
export function checkExpressionLimits(shaped: object): void {
  const request = shaped as Expressions;
  let characters = 0;
  for (const name of EXPRESSIONS) {
    const expression = request[name];
    if (expression === undefined) continue;
    const size = Buffer.byteLength(expression);
    if (size > EXPRESSION_BYTES) throw validationError(`Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${size}`);
    if (LONG_PATH.test(expression)) throw validationError(`Invalid ${name}: The document path has too many nesting elements; allowed: ${NESTING_LEVELS}`);
    checkTokens(name, expression);
    characters += expression.length;
  }
  for (const name of SUBSTITUTIONS) {
    const count = Object.keys(request[name] ?? {}).length;
    if (count > characters / SHORTEST_SUBSTITUTION && characters > 0) {
      throw validationError(`Value provided in ${name} unused in expressions: ${count} values for ${characters} characters`);
    }
  }
}

/** What dynalite's grammars let through. */
function checkTokens(name: string, expression: string): void {
  const { 0: token, index: at = 0 } = UNDERSCORED.exec(expression) ?? {};
  if (token !== undefined) {
    const before = /\S*\s*$/.exec(expression.slice(Math.max(at - NEAR_CHARACTERS, 0), at))![0];
    throw validationError(`Invalid ${name}: Syntax error; token: "_", near: "${before}${token}"`);
  }
  const index = [...expression.matchAll(/\[\s*(\d+)\s*\]/g)].map(([, digits]) => digits).find((digits) => Number(digits) > HIGHEST_INDEX);
  if (index !== undefined) throw validationError(`Invalid ${name}: List index is not within the allowable range; index: [${index}]`);
}
