import { Captures, resolve } from './captures';
import { canonicalCondition } from './expressions';
import { aText, aToken, anId, anInstant, Derived, Expected, matching } from './matchers';

/** A DynamoDB call that a request must lead to. */
export interface ExpectedCall {
  readonly action: string;
  /** The full input, as `normalisedInput` writes it. */
  readonly input: { readonly [member: string]: Expected };
  /** The error that the call ends in, such as ConditionalCheckFailedException; left out: it succeeds. */
  readonly error?: string;
  /** Consumed capacity; left out: whatever it is. */
  readonly units?: number;
  /** Whether the function's role allows the call. @default true */
  readonly allowed?: boolean;
}

/** An entity, as far as its calls depend on it. */
export interface EntityFacts {
  /** The partition of the collection. */
  readonly scope: string;
  /** Every field of the schema: what a replace sets or removes. */
  readonly fields: readonly string[];
}

/** How a call ends, and what it costs. */
export type Ending = Pick<ExpectedCall, 'error' | 'units' | 'allowed'>;

export const conditionFails: Ending = { error: 'ConditionalCheckFailedException' };
export const denied: Ending = { error: 'AccessDeniedException', allowed: false };

const EXISTS = 'attribute_exists(id)';

/** The item remembers its last four writes, so that a write that is sent again can tell that it took effect before. */
const TOKENS = ['_token', '_token1', '_token2', '_token3'];
const REMEMBER = {
  _token: aToken,
  ...Object.fromEntries(TOKENS.slice(1).map((token, position) => [token, { expression: `if_not_exists(${TOKENS[position]}, "")` }])),
};
/** A row that someone else wrote without `createdAt` is given one. */
const KEEP_CREATION = { createdAt: { expression: matching(/^if_not_exists\(createdAt, "[\d-]{10}T[\d:.]{12}Z"\)$/) } };
const NOT_DONE_YET = `NOT (${TOKENS.map((token) => `contains(${token}, "<mark>")`).join(' OR ')})`;

/** The consumed capacity is asked for in every call: it is part of each request's log line. */
const EVERY_CALL = { TableName: aText, ReturnConsumedCapacity: 'TOTAL' };

/** A condition is canonical only once its references are resolved. */
const condition = (...texts: string[]) => new Derived((captures: Captures) => canonicalCondition(resolve(texts.join(' AND '), captures)));

/** The expected calls of one entity. References work in ids, values and conditions. */
export function callsOf({ scope, fields }: EntityFacts) {
  const key = (id: Expected) => ({ _scope: scope, id });
  const write = { ...EVERY_CALL, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };

  type Fields = Record<string, Expected>;
  const update = (id: string, set: Fields, removed: readonly string[], guards: readonly string[], ending: Ending): ExpectedCall => ({
    action: 'UpdateItem',
    input: {
      ...write,
      Key: key(id),
      UpdateExpression: {
        SET: { ...set, updatedAt: anInstant, ...REMEMBER },
        ...(removed.length > 0 && { REMOVE: [...removed].sort() }),
        ADD: { version: 1 },
      },
      ConditionExpression: condition(EXISTS, ...guards, NOT_DONE_YET),
      ReturnValues: 'ALL_NEW',
    },
    ...ending,
  });

  return {
    /** Stores a new item with these fields. */
    putItem: (item: Record<string, Expected>, ending: Ending = {}): ExpectedCall => ({
      action: 'PutItem',
      input: {
        ...write,
        Item: { ...key(anId), ...item, createdAt: anInstant, updatedAt: anInstant, version: 1, _token: aToken },
        ConditionExpression: 'attribute_not_exists(id)',
      },
      ...ending,
    }),

    /** Reads one item strongly. */
    getItem: (id: string, ending: Ending = {}): ExpectedCall => ({
      action: 'GetItem',
      input: { ...EVERY_CALL, Key: key(id), ConsistentRead: true },
      ...ending,
    }),

    /** Changes members of an item that exists, as far as the guards hold. */
    patchItem: (
      id: string,
      change: { set?: Record<string, Expected>; remove?: readonly string[]; guards?: readonly string[] },
      ending: Ending = {},
    ): ExpectedCall => update(id, change.set ?? {}, change.remove ?? [], change.guards ?? [], ending),

    /** Sets the given fields of an item that exists and removes all others. */
    replaceItem: (id: string, item: Record<string, Expected>, guards: readonly string[] = [], ending: Ending = {}): ExpectedCall =>
      update(id, { ...item, ...KEEP_CREATION }, fields.filter((field) => !(field in item)), guards, ending),

    /** Removes an item that exists. */
    deleteItem: (id: string, guards: readonly string[] = [], ending: Ending = {}): ExpectedCall => ({
      action: 'DeleteItem',
      input: { ...write, Key: key(id), ConditionExpression: condition(EXISTS, ...guards) },
      ...ending,
    }),

    /** Reads a page of the collection, by creation. */
    query: (input: Record<string, Expected> = {}, ending: Ending = {}): ExpectedCall => ({
      action: 'Query',
      input: { ...EVERY_CALL, KeyConditionExpression: `_scope = ${JSON.stringify(scope)}`, Limit: 25, ...input },
      ...ending,
    }),

    /** Where a page goes on. */
    key,
  };
}
