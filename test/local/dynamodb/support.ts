import { EmbeddedEngine, EngineOptions, openEngine, ServiceError } from '../../../src/local/dynamodb';

export const TABLE_NAME = 'todos';

/** The table that the construct makes: `(_scope, id)`, and whatever indexes a test needs. */
export function tableInput(indexes: Record<string, string[][]> = {}, types: Record<string, 'S' | 'N' | 'B'> = {}): object {
  const names = new Set(['_scope', 'id', ...Object.values(indexes).flat(2)]);
  return {
    TableName: TABLE_NAME,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: types[AttributeName] ?? 'S' })),
    KeySchema: keySchema(['_scope'], ['id']),
    ...(Object.keys(indexes).length > 0 && { GlobalSecondaryIndexes: Object.entries(indexes).map(([name, sides]) => index(name, ...sides)) }),
  };
}

export function keySchema(partition: string[] = [], sort: string[] = []): object[] {
  return [
    ...partition.map((AttributeName) => ({ AttributeName, KeyType: 'HASH' })), ...sort.map((AttributeName) => ({ AttributeName, KeyType: 'RANGE' })),
  ];
}

export function index(IndexName: string, partition: string[] = [], sort: string[] = [], Projection: object = { ProjectionType: 'ALL' }): object {
  return { IndexName, KeySchema: keySchema(partition, sort), Projection };
}

/** An answer's members are what a test asserts. */
export type Answer = any;

/** An engine with the table, and calls to it. */
export class Fixture {
  static async open(input: object = tableInput(), options: EngineOptions = {}): Promise<Fixture> {
    const fixture = new Fixture(await openEngine(options));
    await fixture.call('CreateTable', input);
    return fixture;
  }

  constructor(readonly engine: EmbeddedEngine) {}

  async call(action: string, input: object): Promise<Answer> {
    return this.engine.call(action, { TableName: TABLE_NAME, ...input });
  }

  async put(id: string, attributes: object = {}, options: object = {}): Promise<Answer> {
    return this.call('PutItem', { Item: { ...key(id), ...attributes }, ...options });
  }

  async get(id: string): Promise<Answer> {
    return (await this.call('GetItem', { Key: key(id), ConsistentRead: true })).Item;
  }

  async update(id: string, UpdateExpression: string, values: object = {}, options: object = {}): Promise<Answer> {
    return this.call('UpdateItem', {
      Key: key(id), UpdateExpression, ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }), ...options,
    });
  }

  async delete(id: string, options: object = {}): Promise<Answer> {
    return this.call('DeleteItem', { Key: key(id), ...options });
  }

  /** Ids in the order of the answer. */
  async ids(action: 'Query' | 'Scan', input: object = {}): Promise<string[]> {
    const { Items } = await this.call(action, input) as { Items: Array<{ id: { S: string } }> };
    return Items.map(({ id }) => id.S);
  }

  /** The error of a call that must fail. */
  async failure(action: string, input: object): Promise<ServiceError> {
    return failureOf(this.call(action, input));
  }
}

export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const outcome = await call.catch((error: unknown) => error);
  if (outcome instanceof ServiceError) return outcome;
  throw outcome instanceof Error ? outcome : new Error(`the call was to fail; it answered ${JSON.stringify(outcome)}`);
}

export const SCOPE = 'todo|collection|';

export function key(id: string): { readonly _scope: { readonly S: string }; readonly id: { readonly S: string } } {
  return { _scope: { S: SCOPE }, id: { S: id } };
}

/** All items of the scope, by id. */
export const WHOLE_SCOPE = {
  KeyConditionExpression: '#scope = :scope', ExpressionAttributeNames: { '#scope': '_scope' }, ExpressionAttributeValues: { ':scope': { S: SCOPE } },
};
