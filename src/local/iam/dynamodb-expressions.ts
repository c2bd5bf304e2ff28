import { isRecord, listIn, Members, recordIn } from './untrusted';

const EXPRESSIONS = ['ProjectionExpression', 'KeyConditionExpression', 'FilterExpression', 'ConditionExpression', 'UpdateExpression'];

/** Members that hold attributes by name: items, keys, and the parameters that came before expressions. */
const BY_NAME = ['Key', 'Item', 'AttributeUpdates', 'Expected', 'KeyConditions', 'QueryFilter', 'ScanFilter'];

/** Words of expressions that are no names; an attribute of such a name can be written as `#name` alone. */
const KEYWORDS = new Set(['SET', 'REMOVE', 'ADD', 'DELETE', 'AND', 'OR', 'NOT', 'BETWEEN', 'IN']);

/** The attributes of the top level that a call names. */
export function attributeNames(call: Members): string[] {
  const names = EXPRESSIONS.flatMap((member) => namesIn(call[member], call));
  const members = BY_NAME.flatMap((member) => Object.keys(recordIn(call, member)));
  const listed = listIn(call, 'AttributesToGet').filter((name) => typeof name === 'string');
  return [...new Set([...names, ...members, ...listed])];
}

/** Names that begin a path: not what follows a dot, a function (`size(`), or a value (`:v`). */
function namesIn(expression: unknown, call: Members): string[] {
  if (typeof expression !== 'string') return [];
  return [...expression.matchAll(/(?<![\w.#:])(#?\w+)\b(?!\s*\()/g)]
    .map(([, token]) => token)
    .filter((token) => !KEYWORDS.has(token.toUpperCase()) && !/^\d/.test(token))
    .map((token) => nameOf(token, call));
}

function nameOf(token: string, call: Members): string {
  const name = token.startsWith('#') ? recordIn(call, 'ExpressionAttributeNames')[token] : undefined;
  return typeof name === 'string' ? name : token;
}

/** The values that a query's key condition demands exactly, by attribute. */
export function equalities(call: Members): Members {
  const values = recordIn(call, 'ExpressionAttributeValues');
  const found: Record<string, unknown> = Object.create(null);
  const expression = typeof call.KeyConditionExpression === 'string' ? call.KeyConditionExpression : '';
  for (const [, name, value] of expression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)) found[nameOf(name, call)] = values[value];
  for (const [name, condition] of Object.entries(recordIn(call, 'KeyConditions'))) {
    if (isRecord(condition) && condition.ComparisonOperator === 'EQ') [found[name]] = listIn(condition, 'AttributeValueList');
  }
  return found;
}
