import { index, key, keySchema, SCOPE, TABLE_NAME } from '../support';

/**
 * An endless sequence of writes that depends on a seed alone, and what the table holds after each of them. So a process that is killed can be
 * held to what it had answered: the table is as after that many writes, or one more.
 */

export type Model = Map<string, Record<string, unknown>>;

export interface Step {
  readonly action: string;
  readonly input: Record<string, unknown>;
  apply(model: Model): void;
}

export const TABLE = {
  TableName: TABLE_NAME,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [['_scope', 'S'], ['id', 'S'], ['status', 'S'], ['prio', 'N']].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
  KeySchema: keySchema(['_scope'], ['id']),
  GlobalSecondaryIndexes: [index('byStatus', ['_scope', 'status'], ['prio', 'id']), index('byPrio', ['prio'], [], { ProjectionType: 'KEYS_ONLY' })],
};

/** Small enough that items are met again and again, large enough that the log is rewritten now and then. */
const ITEMS = 40;
const TEXT_BYTES = 20_000;

/** @see https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function randomOf(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

export function* workload(seed: number): IterableIterator<Step> {
  const random = randomOf(seed);
  const item = () => ({
    ...key(`item-${random(ITEMS)}`),
    prio: { N: String(random(9) - 4) },
    text: { S: 'x'.repeat(random(TEXT_BYTES)) },
    ...(random(3) > 0 && { status: { S: ['open', 'done'][random(2)] } }),
  });
  const put = (model: Model, ...items: object[]) => items.forEach((one) => model.set((one as { id: { S: string } }).id.S, { ...one }));
  const kinds: Array<() => Step> = [
    () => {
      const Item = item();
      return { action: 'PutItem', input: { TableName: TABLE_NAME, Item }, apply: (model) => put(model, Item) };
    },
    () => {
      const id = `item-${random(ITEMS)}`;
      return { action: 'DeleteItem', input: { TableName: TABLE_NAME, Key: key(id) }, apply: (model) => { model.delete(id); } };
    },
    () => {
      const items = [...new Map([item(), item(), item()].map((one) => [one.id.S, one])).values()];
      return {
        action: 'BatchWriteItem',
        input: { RequestItems: { [TABLE_NAME]: items.map((Item) => ({ PutRequest: { Item } })) } },
        apply: (model) => put(model, ...items),
      };
    },
    () => {
      const Item = { ...item(), ...key(`marker-${random(1_000_000)}`), text: { S: 'marker' } };
      const increment = { TableName: TABLE_NAME, Key: key('counter'), UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } } };
      return {
        action: 'TransactWriteItems',
        input: { TransactItems: [{ Put: { TableName: TABLE_NAME, Item } }, { Update: increment }] },
        apply: (model) => {
          const n = Number((model.get('counter') as { n: { N: string } } | undefined)?.n.N ?? 0) + 1;
          put(model, Item, { ...key('counter'), n: { N: String(n) } });
        },
      };
    },
  ];
  for (;;) yield kinds[random(kinds.length)]();
}

/** Ids in the order of the index `byStatus`, for one status. */
export function indexed(model: Model, status: string): string[] {
  const items = [...model.values()] as Array<{ id: { S: string }; prio?: { N: string }; status?: { S: string } }>;
  return items.filter((item) => item.status?.S === status && item.prio !== undefined)
    .sort((a, b) => Number(a.prio!.N) - Number(b.prio!.N) || (a.id.S < b.id.S ? -1 : 1)).map(({ id }) => id.S);
}

export const ALL = { KeyConditionExpression: '#s = :s', ExpressionAttributeNames: { '#s': '_scope' }, ExpressionAttributeValues: { ':s': { S: SCOPE } } };
