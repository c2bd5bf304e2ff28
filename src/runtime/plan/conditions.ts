import { Version } from '../item/entity-tag';
import { LONGEST_WRITE, oldTokensBefore, TOKENS, WriteToken } from '../item/write-token';
import { Preconditions } from '../request/preconditions';
import { AttributeValue, RepeatGuard } from '../store/call';
import { Expression } from '../store/expression';

/** A part of a condition: all parts must hold. */
export type Condition = (expression: Expression) => string;

export const exists = (attribute: string): Condition => (expression) => `attribute_exists(${expression.name(attribute)})`;

export const isAbsent = (...path: string[]): Condition => (expression) => `attribute_not_exists(${expression.name(...path)})`;

export const isMap = (...path: string[]): Condition => (expression) =>
  `attribute_type(${expression.name(...path)}, ${expression.value({ S: 'M' })})`;

export const equals = (attribute: string, value: AttributeValue): Condition => (expression) =>
  `${expression.name(attribute)} = ${expression.value(value)}`;

export const either = (...conditions: Condition[]): Condition => (expression) =>
  `(${conditions.map((condition) => condition(expression)).join(' OR ')})`;

/** The item has one of the versions; without any, the condition holds for no item. */
export const hasVersion = (versions: readonly Version[]): Condition => (expression) => {
  if (versions.length === 0) return `${expression.name('version')} = ${expression.value({ S: 'none' })}`;
  const alternatives = versions.map((version) => isVersion(version, expression));
  return alternatives.length === 1 ? alternatives[0] : `(${alternatives.join(' OR ')})`;
};

/** A row without `version` counts as 0; one without a `createdAt` of ours is told by its version alone. */
function isVersion({ version, createdAt }: Version, expression: Expression): string {
  const attribute = expression.name('version');
  const same = `${attribute} = ${expression.value({ N: String(version) })}`;
  const parts = [version === 0 ? `(attribute_not_exists(${attribute}) OR ${same})` : same];
  if (createdAt !== undefined) parts.push(`${expression.name('createdAt')} = ${expression.value({ S: createdAt })}`);
  return parts.length === 1 ? parts[0] : `(${parts.join(' AND ')})`;
}

/** The parts that `If-Match` and `If-None-Match` add to the condition of a write. */
export function preconditionParts({ ifMatch, ifNoneMatch }: Preconditions, idAttribute: string, model: string): Condition[] {
  const parts: Condition[] = [];
  if (ifMatch) parts.push(exists(idAttribute));
  if (Array.isArray(ifMatch)) parts.push(hasVersion(ifMatch));
  if (ifNoneMatch === '*') parts.push(isAbsent(idAttribute));
  if (Array.isArray(ifNoneMatch)) {
    // another schema's representation cannot be the one that is there now
    const excluded = ifNoneMatch.filter((tag) => tag.model === model);
    if (excluded.length > 0) parts.push((expression) => `NOT ${hasVersion(excluded)(expression)}`);
  }
  return parts;
}

/** The write has not taken effect yet, as far as the item remembers. */
export const isFirst = ({ mark }: WriteToken): Condition => (expression) => {
  const value = expression.value({ S: mark });
  return `NOT (${TOKENS.map((token) => `contains(${expression.name(token)}, ${value})`).join(' OR ')})`;
};

/** Holds while the item remembers every write that can have come between. */
export const remembersAll = (now: number): RepeatGuard => isBefore(TOKENS[3], oldTokensBefore(now));

/** Holds for an item that has not been created since. */
export const isOlder = (now: number): RepeatGuard => isBefore('createdAt', new Date(now - LONGEST_WRITE).toISOString());

function isBefore(attribute: string, limit: string): RepeatGuard {
  return {
    condition: `NOT #${attribute} >= :since`,
    ExpressionAttributeNames: { [`#${attribute}`]: attribute },
    ExpressionAttributeValues: { ':since': { S: limit } },
  };
}

export function allOf(conditions: readonly Condition[], expression: Expression): string {
  return [...new Set(conditions.map((condition) => condition(expression)))].join(' AND ');
}
