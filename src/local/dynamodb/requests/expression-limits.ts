import { EXPRESSION_BYTES, NESTING_LEVELS } from '../limits';
import { validationError } from '../service-error';

const EXPRESSIONS = ['ConditionExpression', 'FilterExpression', 'KeyConditionExpression', 'ProjectionExpression', 'UpdateExpression'] as const;
const SUBSTITUTIONS = ['ExpressionAttributeNames', 'ExpressionAttributeValues'] as const;

type Expressions = { readonly [name in typeof EXPRESSIONS[number]]?: string } & { readonly [name in typeof SUBSTITUTIONS[number]]?: object };

/** A path of more steps than an item has levels. */
const LONG_PATH = new RegExp(`(?:[.[]\\s*[#\\w]+\\s*\\]?\\s*){${NESTING_LEVELS}}`);

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
    characters += expression.length;
  }
  for (const name of SUBSTITUTIONS) {
    const count = Object.keys(request[name] ?? {}).length;
    if (count > characters / SHORTEST_SUBSTITUTION && characters > 0) {
      throw validationError(`Value provided in ${name} unused in expressions: ${count} values for ${characters} characters`);
    }
  }
}
