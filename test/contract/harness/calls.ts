import { Captures, resolve } from './captures';
import { canonicalCondition } from './expressions';
import { aLife, aNumber, aText, aToken, anId, anInstant, Derived, Expected, Matcher, matching } from './matchers';

/** A DynamoDB call that a request must lead to. */
export interface ExpectedCall {
  readonly action: string;
  /** The full input, as `normalisedInput` writes it. */
  readonly input: Expected;
  /** The error that the call ends in, such as ConditionalCheckFailedException; left out: it succeeds. */
  readonly error?: string;
  /** Consumed capacity; left out: whatever it is. */
  readonly units?: number;
  /** Whether the function's role allows the call. @default true */
  readonly allowed?: boolean;
}

/** An entity, as far as its calls depend on it. */
export interface EntityFacts {
  /** The partition of the collection; left out where the id alone is the key. */
  readonly scope?: Expected;
  /** The attribute of the id. @default id */
  readonly idAttribute?: string;
  /** Every field that a replace sets or removes. */
  readonly fields: readonly string[];
  /** What else holds for an item that clients can see. */
  readonly live?: readonly string[];
  /** In whose place a create may put an item, besides none's. */
  readonly gone?: readonly string[];
}

/** How a call ends, and what it costs. */
export type Ending = Pick<ExpectedCall, 'error' | 'units' | 'allowed'>;

export const conditionFails: Ending = { error: 'ConditionalCheckFailedException' };
export const isCanceled: Ending = { error: 'TransactionCanceledException' };

/** The item remembers its last four writes, so that a write that is sent again can tell that it took effect before. */
const TOKENS = ['_token', '_token1', '_token2', '_token3'];
const REMEMBER = {
  _token: aToken,
  ...Object.fromEntries(TOKENS.slice(1).map((token, position) => [token, { expression: `if_not_exists(${TOKENS[position]}, "")` }])),
};
const NOT_DONE_YET = `NOT (${TOKENS.map((token) => `contains(${token}, "<mark>")`).join(' OR ')})`;

/** A new item is given these, and so is a row that someone else wrote without. */
const KEEP_CREATION = {
  createdAt: { expression: matching(/^if_not_exists\(createdAt, "[\d-]{10}T[\d:.]{12}Z"\)$/) },
  _life: { expression: matching(/^if_not_exists\(_life, "[\w-]{6}"\)$/) },
};

/** The consumed capacity is asked for in every call: it is part of each request's log line. */
const EVERY_CALL = { ReturnConsumedCapacity: 'TOTAL' };
const TABLE = { TableName: aText };
const SHOWS_ITEM = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };

/** `<instant>` and `<seconds>` stand for any time; a condition is canonical only once its references are resolved. */
export const condition = (...texts: readonly string[]) => new Derived((captures: Captures) => {
  const text = canonicalCondition(resolve(texts.join(' AND '), captures));
  if (!/<instant>|<seconds>/.test(text)) return text;
  const pattern = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('<instant>', '[\\d-]{10}T[\\d:.]{12}Z').replaceAll('"<seconds>"', '\\d+');
  return new Matcher(text, (actual) => typeof actual === 'string' && new RegExp(`^${pattern}$`).test(actual));
});

type Fields = Record<string, Expected>;

/** A change of an item by an update; `guards` are conditions, joined by AND. */
export interface Change {
  readonly set?: Fields;
  readonly remove?: readonly string[];
  readonly guards?: readonly string[];
}

/** The expected calls of one entity. References work in ids, values and conditions. */
export function callsOf({ scope, idAttribute = 'id', fields, live = [], gone = [] }: EntityFacts) {
  const key = (id: Expected) => ({ ...(scope !== undefined && { _scope: scope }), [idAttribute]: id });
  const write = { ...EVERY_CALL, ...TABLE, ...SHOWS_ITEM };
  const alive = [`attribute_exists(${idAttribute})`, ...live];

  const update = (id: string, { set = {}, remove = [], guards = [] }: Change, ending: Ending): ExpectedCall => ({
    action: 'UpdateItem',
    input: {
      ...write,
      Key: key(id),
      UpdateExpression: {
        SET: { ...set, updatedAt: anInstant, ...REMEMBER },
        ...(remove.length > 0 && { REMOVE: [...remove].sort() }),
        ADD: { version: 1 },
      },
      ConditionExpression: condition(...guards, NOT_DONE_YET),
      ReturnValues: 'ALL_NEW',
    },
    ...ending,
  });
  const replacement = (item: Fields, guards: readonly string[]): Change =>
    ({ set: { ...item, ...KEEP_CREATION }, remove: fields.filter((field) => !(field in item)), guards });

  return {
    /** Stores a new item with these fields; an `id` among them is the one that the client chose. */
    putItem: (item: Fields, ending: Ending = {}): ExpectedCall => ({
      action: 'PutItem',
      input: {
        ...write,
        Item: { ...key(anId), ...item, createdAt: anInstant, updatedAt: anInstant, version: 1, _token: aToken, _life: aLife },
        ConditionExpression: condition([`attribute_not_exists(${idAttribute})`, ...gone].join(' OR ')),
      },
      ...ending,
    }),

    /** Reads one item strongly. */
    getItem: (id: string, ending: Ending = {}): ExpectedCall => ({
      action: 'GetItem',
      input: { ...EVERY_CALL, ...TABLE, Key: key(id), ConsistentRead: true },
      ...ending,
    }),

    /** Changes members of an item that exists, as far as the guards hold. */
    patchItem: (id: string, change: Change, ending: Ending = {}): ExpectedCall =>
      update(id, { ...change, guards: [...alive, ...change.guards ?? []] }, ending),

    /** Changes an item on nothing but these conditions. */
    updateItem: (id: string, change: Change, ending: Ending = {}): ExpectedCall => update(id, change, ending),

    /** Sets the given fields of an item that exists and removes all others. */
    replaceItem: (id: string, item: Fields, guards: readonly string[] = [], ending: Ending = {}): ExpectedCall =>
      update(id, replacement(item, [...alive, ...guards]), ending),

    /** Sets the given fields and removes all others, of an item that exists or of a new one. */
    putOrReplaceItem: (id: string, item: Fields, guards: readonly string[] = [], ending: Ending = {}): ExpectedCall =>
      update(id, replacement(item, guards), ending),

    /** Removes an item that exists. */
    deleteItem: (id: string, guards: readonly string[] = [], ending: Ending = {}): ExpectedCall => ({
      action: 'DeleteItem',
      input: { ...write, Key: key(id), ConditionExpression: condition(...alive, ...guards) },
      ...ending,
    }),

    /** Reads a page of the collection, by creation. */
    query: (input: Fields = {}, ending: Ending = {}): ExpectedCall => ({
      action: 'Query',
      input: {
        ...EVERY_CALL,
        ...TABLE,
        ...(scope !== undefined && { KeyConditionExpression: `_scope = ${JSON.stringify(scope)}` }),
        Limit: 25,
        ...(live.length > 0 && { FilterExpression: condition(...live) }),
        ...input,
      },
      ...ending,
    }),

    /** Where a page goes on. */
    key,
  };
}

/** A transaction of these writes, each as a call by itself would be; its token makes a repetition answer as the first attempt. */
export function transaction(entries: readonly (ExpectedCall | object)[], ending: Ending = {}): ExpectedCall {
  return {
    action: 'TransactWriteItems',
    input: {
      ...EVERY_CALL,
      TransactItems: entries.map((entry) => ('action' in entry ? entryOf(entry as ExpectedCall) : entry)),
      ClientRequestToken: aToken,
    },
    ...ending,
  };
}

function entryOf({ action, input }: ExpectedCall): object {
  const { ReturnConsumedCapacity: _capacity, ReturnValues: _values, ...entry } = input as Fields;
  return { [action.replace('Item', '')]: entry };
}

/** Rows beside the items, in partitions of their own, by a hash. */
export function recordsOf(entity: string) {
  const key = (kind: string) => ({ _scope: matching(new RegExp(`^${entity}\\|${kind}\\|[\\w-]{43}$`)), id: '-' });
  return {
    /** Holds a unique value for an item, unless another one does. */
    holdValue: (field: string, item: string, expiry: Fields = {}) => ({
      Put: {
        ...TABLE,
        Item: { ...key(`unique\\|${field}`), _item: item, ...expiry },
        ConditionExpression: condition(`attribute_not_exists(id) OR _item = "${item}" OR expiresAt <= "<instant>"`),
      },
    }),
    /** Gives a unique value back. */
    freeValue: (field: string, item: string) => ({
      Delete: { ...TABLE, Key: key(`unique\\|${field}`), ConditionExpression: condition(`attribute_not_exists(id) OR _item = "${item}"`) },
    }),
    /** Remembers what a request with an `Idempotency-Key` has made. */
    rememberKey: (id: Expected) => ({
      Put: {
        ...TABLE,
        ...SHOWS_ITEM,
        Item: { ...key('idempotency'), _item: id, _request: aText, expiresAt: anInstant, _ttl: aNumber },
        ConditionExpression: condition('attribute_not_exists(id) OR expiresAt <= "<instant>"'),
      },
    }),
  };
}
