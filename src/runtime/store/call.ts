/** A value as DynamoDB's JSON has it, binary in base64: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: AttributeMap }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

export interface AttributeMap { readonly [name: string]: AttributeValue }

/** The actions that the run time uses. */
export type Action =
  | 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'Scan' | 'BatchWriteItem' | 'TransactWriteItems';

/** Names and values of an expression, apart from its text. */
export interface Placeholders {
  readonly ExpressionAttributeNames?: { readonly [placeholder: string]: string };
  readonly ExpressionAttributeValues?: { readonly [placeholder: string]: AttributeValue };
}

/** One DynamoDB call, as data. */
export interface Call {
  readonly action: Action;
  readonly input: Placeholders & { readonly ConditionExpression?: string; readonly [member: string]: unknown };
  /** What is different in an attempt, counted from 1, after one whose outcome is unknown. */
  readonly repetition?: (attempt: number) => Repetition;
}

export interface Repetition extends Placeholders {
  /**
   * What must hold besides: it excludes that the first attempt took effect and others have written since, so that nothing happens twice.
   */
  readonly condition?: string;
  /** Of a PutItem. */
  readonly Item?: AttributeMap;
}

/** The input of a call as it is sent after an attempt whose outcome is unknown. */
export function repeatedInput({ input, repetition }: Call, attempt: number): Call['input'] {
  if (!repetition) return input;
  const { condition, Item, ExpressionAttributeNames, ExpressionAttributeValues } = repetition(attempt);
  return {
    ...input,
    ...(Item && { Item }),
    ...(condition && { ConditionExpression: `${input.ConditionExpression} AND ${condition}` }),
    ExpressionAttributeNames: { ...input.ExpressionAttributeNames, ...ExpressionAttributeNames },
    ...((input.ExpressionAttributeValues || ExpressionAttributeValues) && {
      ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ...ExpressionAttributeValues },
    }),
  };
}

/** What came of a call. */
export type Result =
  | Completed
  /** A problem, or an error that is none of the client's matters. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** What an operation can go on from. */
export type Completed =
  /** `sent`: the input of the attempt that was answered. */
  | { readonly kind: 'done'; readonly output: Output; readonly sent: Call['input'] }
  | { readonly kind: 'conditionFailed'; readonly item?: AttributeMap; readonly unsure: boolean }
  | { readonly kind: 'canceled'; readonly reasons: readonly CancellationReason[] };

/** The members of all actions' outputs that are read. */
export interface Output {
  readonly Item?: AttributeMap;
  readonly Items?: readonly AttributeMap[];
  readonly Attributes?: AttributeMap;
  readonly Count?: number;
  readonly LastEvaluatedKey?: AttributeMap;
  readonly UnprocessedItems?: { readonly [table: string]: readonly object[] };
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number } | readonly { readonly CapacityUnits?: number }[];
}

export interface CancellationReason {
  readonly Code?: string;
  readonly Message?: string;
  readonly Item?: AttributeMap;
}

/** An operation as steps: it names calls, made at once, and is given their results. No step does any input or output. */
export type Steps<T> = Generator<readonly Call[], T, readonly Result[]>;

/** The step of a single call. */
export function* one(call: Call): Steps<Completed> {
  const [result] = yield* all([call]);
  return result;
}

/** The step of several calls, which fails if one of them does. */
export function* all(calls: readonly Call[]): Steps<Completed[]> {
  return (yield calls).map((result) => {
    if (result.kind === 'failed') throw result.error;
    return result;
  });
}
