import { custom, types } from 'dynalite/validations/getItem';
import { readUnits, ReturnConsumedCapacity } from '../capacity';
import { operation, reportConsumption } from './operation';
import { projectedPaths, ProjectedRequest, view } from './projected';
import { checkKey } from '../checks/keys';
import { checkNestedPaths } from '../checks/paths';
import { encodeKey } from '../storage/key-schema';
import { Item } from '../values/attribute-value';

interface GetItemRequest extends ProjectedRequest {
  readonly TableName: string;
  readonly Key: Item;
  readonly ConsistentRead?: boolean;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
}

export const getItem = operation<GetItemRequest>({ members: types, custom }, (request, context) => {
  const table = context.database.table(request.TableName);
  checkKey(request.Key, table);
  checkNestedPaths(request._projection?.nestedPaths, table);
  const key = encodeKey(table.schema, request.Key);
  const item = table.get(key);
  const tableUnits = readUnits(table.items.get(key)?.size ?? 0, request.ConsistentRead);
  return {
    ...(item && { Item: view(item, projectedPaths(request)) }),
    ...reportConsumption(context, request.ReturnConsumedCapacity, { table, tableUnits, indexUnits: new Map() }),
  };
});
