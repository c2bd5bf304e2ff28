import { AttributeValue, plainItem } from './attribute-values';
import { canonicalCondition, Placeholders, tokens } from './expressions';
import { readUpdate } from './update-expression';

/** One entry of the local cloud's call log, as far as the suite reads it. */
export interface RecordedCall {
  readonly action: string;
  readonly input: unknown;
  readonly allowed: boolean;
  readonly error?: string;
  readonly capacityUnits: number;
}

type Input = Record<string, unknown>;

/** What DynamoDB assumes anyway; saying it or not is the same call. */
const DEFAULTS: Input = { ConsistentRead: false, ScanIndexForward: true, ReturnValues: 'NONE', ReturnValuesOnConditionCheckFailure: 'NONE' };

/** Members that hold items or keys in DynamoDB's notation. */
const ITEMS = ['Key', 'Item', 'ExclusiveStartKey'];

/** The least number of characters of a write token's random part. */
const MARK_LENGTH = 12;

/** Members that hold a condition. */
const CONDITIONS = ['ConditionExpression', 'KeyConditionExpression', 'FilterExpression'];

/**
 * The input of a call in a form that can be compared: plain values, placeholders filled in, conditions in one notation, the
 * update by its clauses, and without what is only a default.
 */
export function normalisedInput(input: unknown): Input {
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = input as Input;
  const placeholders = withNamedMark({
    names: (ExpressionAttributeNames ?? {}) as Placeholders['names'],
    values: (ExpressionAttributeValues ?? {}) as Placeholders['values'],
  });
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([name, value]) => DEFAULTS[name] !== value)
      .map(([name, value]) => [name, normalisedMember(name, value, placeholders)]),
  );
}

function eachMember(entry: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, change(value)]));
}

/** Whether the log kept the size of an input in its place: it does not hold one of over 64 KB. */
export function isOmitted(input: Input): boolean {
  return /^\d+ bytes$/.test(String(input.omitted));
}

/** The random end of a write token, as conditions look for it, is written `<mark>`. */
function withNamedMark({ names, values }: Placeholders): Placeholders {
  const texts = Object.values(values).map(({ S }) => S).filter((text) => typeof text === 'string');
  const isMark = (text: unknown) => typeof text === 'string' && text.length >= MARK_LENGTH && texts.some((other) => other !== text && other.endsWith(text));
  return { names, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isMark(value.S) ? { S: '<mark>' } : value])) };
}

function normalisedMember(name: string, value: unknown, placeholders: Placeholders): unknown {
  if (ITEMS.includes(name)) return plainItem(value as Record<string, AttributeValue>);
  if (CONDITIONS.includes(name)) return canonicalCondition(value as string, placeholders);
  if (name === 'UpdateExpression') return readUpdate(value as string, placeholders);
  if (name === 'TransactItems') return (value as Record<string, unknown>[]).map((entry) => eachMember(entry, normalisedInput));
  if (name === 'RequestItems') return Object.values(value as Record<string, Record<string, unknown>[]>).flat().map((entry) => eachMember(entry, normalisedInput));
  if (name === 'ProjectionExpression') return tokens(value as string, placeholders).filter((token) => token !== ',').sort();
  return value;
}
