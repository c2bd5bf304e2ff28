import { HIDDEN, Model } from '../../model';
import { Version } from '../item/entity-tag';
import { isGenerated } from '../item/item-id';
import { DELETED_AT, EXPIRES_AT } from '../item/lifetime';
import { LONGEST_WRITE, oldTokensBefore, TOKENS, WriteToken } from '../item/write-token';
import { Asked } from '../operations/asked';
import { onlyBase, Preconditions } from '../request/preconditions';
import { AttributeValue, Repetition } from '../store/call';
import { Expression } from '../store/expression';

/** A part of a condition: all parts must hold. */
export type Condition = (expression: Expression) => string;

export const exists = (attribute: string): Condition => (expression) => `attribute_exists(${expression.name(attribute)})`;

export const isAbsent = (...path: string[]): Condition => (expression) => `attribute_not_exists(${expression.name(...path)})`;

export const isMap = (...path: string[]): Condition => (expression) =>
  `attribute_type(${expression.name(...path)}, ${expression.value({ S: 'M' })})`;

export const equals = (attribute: string, value: AttributeValue): Condition => (expression) =>
  `${expression.name(attribute)} = ${expression.value(value)}`;

export const isAtMost = (attribute: string, value: AttributeValue): Condition => (expression) =>
  `${expression.name(attribute)} <= ${expression.value(value)}`;

export const not = (condition: Condition): Condition => (expression) => `NOT ${condition(expression)}`;

/** One of the alternatives, each of which is a conjunction. */
export const either = (...alternatives: (readonly Condition[])[]): Condition => (expression) => {
  const texts = alternatives.map((conditions) => allOf(conditions, expression));
  return texts.length === 1 ? texts[0] : `(${texts.join(' OR ')})`;
};

export function allOf(conditions: readonly Condition[], expression: Expression): string {
  return [...new Set(conditions.map((condition) => condition(expression)))].join(' AND ');
}

/** The item is one that clients can see. A comparison with an absent attribute is false, so its negation holds. */
export function isLive({ entity }: Model, now: number): Condition[] {
  return [
    ...(entity.softDeleteSeconds === undefined ? [] : [isAbsent(DELETED_AT)]),
    ...(entity.expiry ? [not(isAtMost(EXPIRES_AT, { S: new Date(now).toISOString() }))] : []),
  ];
}

/** The item's time has passed: alternatives, none for an entity whose items have no end. */
export function isGone({ entity }: Model, now: number): Condition[][] {
  const seconds = { N: String(Math.floor(now / 1000)) };
  return [
    ...(entity.expiry ? [[isAtMost(EXPIRES_AT, { S: new Date(now).toISOString() })]] : []),
    ...(entity.softDeleteSeconds === undefined ? [] : [[exists(DELETED_AT), isAtMost(HIDDEN.timeToLive, seconds)]]),
  ];
}

/** The item has one of the versions; without any, the condition holds for no item. */
export const hasVersion = (versions: readonly Version[]): Condition => versions.length === 0
  ? equals('version', { S: 'none' })
  : either(...versions.map(versionParts));

/** A row without `version` counts as 0; one without a `createdAt` and digits of ours is told by its version alone. */
function versionParts({ version, createdAt, life }: Version): Condition[] {
  const same = equals('version', { N: String(version) });
  return [
    version === 0 ? either([isAbsent('version')], [same]) : same,
    ...(createdAt === undefined ? [] : [equals('createdAt', { S: createdAt })]),
    ...(life === undefined ? [] : [equals(HIDDEN.life, { S: life })]),
  ];
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
    if (excluded.length > 0) parts.push((expression) => `NOT (${hasVersion(excluded)(expression)})`);
  }
  return parts;
}

/** The write has not taken effect yet, as far as the item remembers. */
export const isFirst = ({ mark }: WriteToken): Condition => (expression) => {
  const value = expression.value({ S: mark });
  return `NOT (${TOKENS.map((token) => `contains(${expression.name(token)}, ${value})`).join(' OR ')})`;
};

/**
 * When a change may be sent again after an attempt whose outcome is unknown: while the item remembers every write that can have come between,
 * and is not another one that has a chosen id by now. One tag of `If-Match` says both by itself, as the version that it names is there once.
 */
export function repeatable({ api: { model }, now, preconditions }: Pick<Asked, 'api' | 'now' | 'preconditions'>): Repetition {
  if (onlyBase(preconditions)) return {};
  const guards = [isBefore(TOKENS[3], oldTokensBefore(now)), ...(isGenerated(model.entity) ? [] : [isOlder(now)])];
  return {
    condition: guards.map(({ condition }) => condition).join(' AND '),
    ExpressionAttributeNames: Object.assign({}, ...guards.map(({ ExpressionAttributeNames }) => ExpressionAttributeNames)),
    ExpressionAttributeValues: Object.assign({}, ...guards.map(({ ExpressionAttributeValues }) => ExpressionAttributeValues)),
  };
}

/** Holds for an item that has not been created since. */
export const isOlder = (now: number): Repetition => isBefore('createdAt', new Date(now - LONGEST_WRITE).toISOString());

function isBefore(attribute: string, limit: string): Repetition {
  return {
    condition: `NOT #${attribute} >= :${attribute}Since`,
    ExpressionAttributeNames: { [`#${attribute}`]: attribute },
    ExpressionAttributeValues: { [`:${attribute}Since`]: { S: limit } },
  };
}
