import { attributeNames, equalities } from './dynamodb-expressions';
import { Context } from './policy';
import { isRecord, listIn, Members, recordIn } from './untrusted';

/** What a call is about, beside its input. */
export interface CallScope {
  readonly action: string;
  readonly index?: string;
  readonly partitionKeys: readonly string[];
}

/** One key a partition key attribute, of up to four. */
const PARTITION_KEY_VALUES = [
  'dynamodb:FirstPartitionKeyValues', 'dynamodb:SecondPartitionKeyValues', 'dynamodb:ThirdPartitionKeyValues', 'dynamodb:FourthPartitionKeyValues',
];

/**
 * DynamoDB's context keys for a call on one item, or on one query.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function contextOf({ action, index, partitionKeys }: CallScope, call: Members): Context {
  return {
    ...partitionKeyValues(action, partitionKeys, call),
    'dynamodb:Attributes': attributeNames(call),
    'dynamodb:ReturnConsumedCapacity': textIn(call, 'ReturnConsumedCapacity') ?? 'NONE',
    ...parameterOf(action, call, index !== undefined),
  };
}

/** The context of calls that are judged as one: keys of several values take them all, another the first call's. */
export function mergedContext(contexts: readonly Context[]): Context {
  const merged: Record<string, string | string[]> = {};
  for (const [key, value] of contexts.flatMap((context) => Object.entries(context))) {
    const before = merged[key];
    if (typeof value === 'string') merged[key] ??= value;
    else merged[key] = [...new Set([...(Array.isArray(before) ? before : []), ...value])];
  }
  return merged;
}

/**
 * A scan is bound to no partition and has no such keys. Every other call is: a key that cannot be read here is the
 * empty text, which no key of DynamoDB is, so that no policy takes its absence for consent.
 */
function partitionKeyValues(action: string, partitionKeys: readonly string[], call: Members): Context {
  if (action === 'Scan') return {};
  const valueOf = action === 'Query' ? equalities(call) : { ...recordIn(call, 'Key'), ...recordIn(call, 'Item') };
  const context: Record<string, string[]> = {};
  for (const [position, attribute] of partitionKeys.entries()) {
    const value = textOf(valueOf[attribute]) ?? '';
    context[PARTITION_KEY_VALUES[position]] = [value];
    if (position === 0) context['dynamodb:LeadingKeys'] = [value];
  }
  return context;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']);

/** `Select` of reads and `ReturnValues` of writes always have a value, stated or default. */
function parameterOf(action: string, call: Members, onIndex: boolean): Context {
  if (WRITES.has(action)) return { 'dynamodb:ReturnValues': textIn(call, 'ReturnValues') ?? 'NONE' };
  if (!READS.has(action)) return {};
  const projects = textIn(call, 'ProjectionExpression') !== undefined || listIn(call, 'AttributesToGet').length > 0;
  const fallback = projects ? 'SPECIFIC_ATTRIBUTES' : onIndex ? 'ALL_PROJECTED_ATTRIBUTES' : 'ALL_ATTRIBUTES';
  return { 'dynamodb:Select': textIn(call, 'Select') ?? fallback };
}

/** Key attributes are texts, numbers or binary (in base64), and all of them come as texts. */
function textOf(value: unknown): string | undefined {
  const [text] = isRecord(value) ? Object.values(value) : [];
  return typeof text === 'string' ? text : undefined;
}

function textIn(call: Members, member: string): string | undefined {
  const value = call[member];
  return typeof value === 'string' ? value : undefined;
}
