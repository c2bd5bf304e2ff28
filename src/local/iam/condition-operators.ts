import { BlockList, isIP } from 'node:net';
import { arnPatternOf, literalOf, matches, patternOf } from './pattern';
import { RequestContext } from './request-context';

/**
 * Compares a value of the request with one of the policy. Undefined if they cannot be compared (a variable without
 * value, no number, no date …): then neither an operator nor its negation holds.
 *
 * @param variables the request's, for policies and operators that have them
 */
type Comparison = (requested: string, stated: string, variables: RequestContext | undefined) => boolean | undefined;

export interface ConditionOperator {
  readonly compare: Comparison;
  /** Holds if the request's value fits none of the policy's, and if the request has no such key. */
  readonly negated: boolean;
}

/**
 * Operators without prefix (`ForAnyValue:`) and suffix (`IfExists`); `Null` is none of them, since it compares nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const CONDITION_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  ...withNegation('StringEquals', 'StringNotEquals', text((requested, stated) => requested === stated)),
  ...withNegation('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', text((a, b) => a.toLowerCase() === b.toLowerCase())),
  ...withNegation('StringLike', 'StringNotLike', like),
  ...withNegation('ArnEquals', 'ArnNotEquals', arnLike),
  ...withNegation('ArnLike', 'ArnNotLike', arnLike),
  ...withNegation('NumericEquals', 'NumericNotEquals', ordered(numberOf, (requested, stated) => requested === stated)),
  NumericLessThan: positive(ordered(numberOf, (requested, stated) => requested < stated)),
  NumericLessThanEquals: positive(ordered(numberOf, (requested, stated) => requested <= stated)),
  NumericGreaterThan: positive(ordered(numberOf, (requested, stated) => requested > stated)),
  NumericGreaterThanEquals: positive(ordered(numberOf, (requested, stated) => requested >= stated)),
  ...withNegation('DateEquals', 'DateNotEquals', ordered(timeOf, (requested, stated) => requested === stated)),
  DateLessThan: positive(ordered(timeOf, (requested, stated) => requested < stated)),
  DateLessThanEquals: positive(ordered(timeOf, (requested, stated) => requested <= stated)),
  DateGreaterThan: positive(ordered(timeOf, (requested, stated) => requested > stated)),
  DateGreaterThanEquals: positive(ordered(timeOf, (requested, stated) => requested >= stated)),
  Bool: positive(flag),
  BinaryEquals: positive((requested, stated) => Buffer.from(requested, 'base64').equals(Buffer.from(stated, 'base64'))),
  ...withNegation('IpAddress', 'NotIpAddress', inRange),
};

function positive(compare: Comparison): ConditionOperator {
  return { compare, negated: false };
}

function withNegation(name: string, negation: string, compare: Comparison): Record<string, ConditionOperator> {
  return { [name]: { compare, negated: false }, [negation]: { compare, negated: true } };
}

function text(equal: (requested: string, stated: string) => boolean): Comparison {
  return (requested, stated, variables) => {
    const literal = literalOf(stated, variables);
    return literal === undefined ? undefined : equal(requested, literal);
  };
}

function flag(requested: string, stated: string, variables: RequestContext | undefined): boolean | undefined {
  const [left, right] = [requested, literalOf(stated, variables)].map((value) => value?.toLowerCase());
  return [left, right].every((value) => value === 'true' || value === 'false') ? left === right : undefined;
}

function like(requested: string, stated: string, variables: RequestContext | undefined): boolean | undefined {
  const pattern = patternOf(stated, variables);
  return pattern && matches(pattern, requested);
}

function arnLike(requested: string, stated: string, variables: RequestContext | undefined): boolean | undefined {
  const pattern = arnPatternOf(stated, variables, { complete: false, expand: false });
  return isArn(requested) ? pattern && matches(pattern, requested) : undefined;
}

function isArn(value: string): boolean {
  return value.startsWith('arn:') && value.split(':').length >= 6;
}

function ordered(parse: (value: string) => number, holds: (requested: number, stated: number) => boolean): Comparison {
  return (requested, stated) => {
    const [left, right] = [parse(requested), parse(stated)];
    return Number.isNaN(left) || Number.isNaN(right) ? undefined : holds(left, right);
  };
}

function numberOf(value: string): number {
  return value.trim() === '' ? NaN : Number(value);
}

/** ISO 8601, or seconds since 1970; four digits are a year, as in W3C's profile of ISO 8601. */
function timeOf(value: string): number {
  return /^\d{5,}$/.test(value) ? Number(value) * 1000 : Date.parse(value);
}

/** An address or a CIDR block, of IPv4 or IPv6. */
function inRange(requested: string, stated: string): boolean | undefined {
  const [address, prefix] = stated.split('/');
  const [requestedVersion, version] = [isIP(requested), isIP(address)];
  const bits = prefix === undefined ? undefined : Number(prefix);
  const maximum = version === 4 ? 32 : 128;
  if (!requestedVersion || !version || (bits !== undefined && !(Number.isInteger(bits) && bits >= 0 && bits <= maximum))) return undefined;
  const block = new BlockList();
  block.addSubnet(address, bits ?? maximum, family(version));
  return block.check(requested, family(requestedVersion));
}

function family(version: number): 'ipv4' | 'ipv6' {
  return version === 4 ? 'ipv4' : 'ipv6';
}
