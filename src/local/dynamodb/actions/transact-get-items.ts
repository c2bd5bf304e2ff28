import { custom as getCustom } from 'dynalite/validations/getItem';
import { readUnits, ReturnConsumedCapacity } from '../capacity';
import { operation, reportConsumptions } from './operation';
import { projectedPaths, ProjectedRequest, view } from './projected';
import { checkKey } from '../checks/keys';
import { checkNestedPaths } from '../checks/paths';
import { TRANSACTION_BYTES } from '../limits';
import { checkExpressionLimits } from '../requests/expression-limits';
import { TRANSACT_GET_ITEMS } from '../requests/transaction-members';
import { validationError } from '../service-error';
import { allOrNothing, checkDistinct, transactional } from './transaction';
import { encodeKey } from '../storage/key-schema';
import { Item } from '../values/attribute-value';

interface Get extends ProjectedRequest {
  readonly TableName: string;
  readonly Key: Item;
}

interface TransactGetItemsRequest {
  readonly TransactItems: ReadonlyArray<{ readonly Get: Get }>;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
}

export const transactGetItems = operation<TransactGetItemsRequest>({ members: TRANSACT_GET_ITEMS, custom }, (request, context) => {
  const gets = request.TransactItems.map(({ Get: get }) => ({ ...get, table: context.database.table(get.TableName) }));
  checkDistinct(gets.map(({ table, Key: item }) => ({ table, item })));
  const reads = allOrNothing(gets, ({ table, Key, ...get }) => {
    checkKey(Key, table);
    checkNestedPaths(get._projection?.nestedPaths, table);
    const key = encodeKey(table.schema, Key);
    return () => {
      const item = table.get(key);
      return { table, size: table.items.get(key)?.size ?? 0, answer: item ? { Item: view(item, projectedPaths(get)) } : {} };
    };
  });
  if (reads.reduce((total, { size }) => total + size, 0) > TRANSACTION_BYTES) {
    throw validationError('Transaction request is too large: the aggregate size of the items cannot exceed 4MB');
  }
  const consumptions = reads.map(({ table, size }) => transactional({ table, tableUnits: readUnits(size, true), indexUnits: new Map() }));
  return { Responses: reads.map(({ answer }) => answer), ...reportConsumptions(context, request.ReturnConsumedCapacity, consumptions, 'Read') };
});

function custom({ TransactItems }: TransactGetItemsRequest, store: object): string | undefined {
  for (const { Get: get } of TransactItems) {
    checkExpressionLimits(get);
    const problem = getCustom(get as never, store);
    if (problem) return problem;
  }
  return undefined;
}
