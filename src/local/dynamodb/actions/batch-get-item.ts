import { custom, types } from 'dynalite/validations/batchGetItem';
import { Consumption, readUnits, ReturnConsumedCapacity } from '../capacity';
import { checkKey } from '../checks/keys';
import { checkNestedPaths } from '../checks/paths';
import { BATCH_GET_BYTES } from '../limits';
import { operation, reportConsumptions } from './operation';
import { projectedPaths, ProjectedRequest, view } from './projected';
import { checkExpressionLimits } from '../requests/expression-limits';
import { encodeKey } from '../storage/key-schema';
import { Item } from '../values/attribute-value';

interface KeysAndAttributes extends ProjectedRequest {
  readonly Keys: readonly Item[];
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
}

interface BatchGetItemRequest {
  readonly RequestItems: Readonly<Record<string, KeysAndAttributes>>;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
}

const shape = {
  members: types,
  custom: (request: BatchGetItemRequest, store: object) => {
    Object.values(request.RequestItems).forEach((read) => checkExpressionLimits(read));
    return custom(request as never, store);
  },
};

export const batchGetItem = operation<BatchGetItemRequest>(shape, (request, context) => {
  const responses = Object.create(null) as Record<string, Item[]>;
  const unprocessed = Object.create(null) as Record<string, object>;
  const consumptions: Consumption[] = [];
  const reads = Object.keys(request.RequestItems).map((name) => ({ name, table: context.database.table(name), ...request.RequestItems[name] }));
  for (const { table, Keys, _projection } of reads) {
    Keys.forEach((key) => checkKey(key, table));
    checkNestedPaths(_projection?.nestedPaths, table);
  }
  let bytes = 0;
  for (const { name, table, Keys, ...read } of reads) {
    const left: Item[] = [];
    responses[name] = [];
    for (const key of Keys) {
      const stored = encodeKey(table.schema, key);
      const size = table.items.get(stored)?.size ?? 0;
      if (bytes + size > BATCH_GET_BYTES) {
        left.push(key);
        continue;
      }
      bytes += size;
      consumptions.push({ table, tableUnits: readUnits(size, read.ConsistentRead), indexUnits: new Map() });
      const item = table.get(stored);
      if (item !== undefined) responses[name].push(view(item, projectedPaths(read)));
    }
    if (left.length > 0) unprocessed[name] = { ...repeatable(request.RequestItems[name]), Keys: left };
  }
  return {
    Responses: responses, UnprocessedKeys: unprocessed, ...reportConsumptions(context, request.ReturnConsumedCapacity, consumptions),
  };
});

/** What the client has to send again. */
function repeatable({ AttributesToGet, ConsistentRead, ProjectionExpression, ExpressionAttributeNames }: KeysAndAttributes): object {
  return { AttributesToGet, ConsistentRead, ProjectionExpression, ExpressionAttributeNames };
}
