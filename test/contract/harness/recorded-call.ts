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

/** Members that hold a condition. */
const CONDITIONS = ['ConditionExpression', 'KeyConditionExpression', 'FilterExpression'];

/**
 * The input of a call in a form that can be compared: plain values, placeholders filled in, conditions in one notation, the
 * update by its clauses, and without what is only a default.
 */
export function normalisedInput(input: unknown): Input {
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = input as Input;
  const placeholders = {
    names: (ExpressionAttributeNames ?? {}) as Placeholders['names'],
    values: (ExpressionAttributeValues ?? {}) as Placeholders['values'],
  };
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([name, value]) => DEFAULTS[name] !== value)
      .map(([name, value]) => [name, normalisedMember(name, value, placeholders)]),
  );
}

function normalisedMember(name: string, value: unknown, placeholders: Placeholders): unknown {
  if (ITEMS.includes(name)) return plainItem(value as Record<string, AttributeValue>);
  if (CONDITIONS.includes(name)) return canonicalCondition(value as string, placeholders);
  if (name === 'UpdateExpression') return readUpdate(value as string, placeholders);
  if (name === 'ProjectionExpression') return tokens(value as string, placeholders).filter((token) => token !== ',').sort();
  return value;
}
