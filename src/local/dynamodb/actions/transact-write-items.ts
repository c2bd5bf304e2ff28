import { createHash } from 'node:crypto';
import { custom as deleteCustom } from 'dynalite/validations/deleteItem';
import { custom as putCustom } from 'dynalite/validations/putItem';
import { custom as updateCustom } from 'dynalite/validations/updateItem';
import { readUnits, ReturnConsumedCapacity } from '../capacity';
import { checkItemSize } from '../checks/sizes';
import { TRANSACTION_BYTES } from '../limits';
import { Context, operation, reportConsumptions } from './operation';
import { allOrNothing, checkDistinct, transactional } from './transaction';
import { ConditionalRequest, KeyedRequest, planCheck, planDelete, planPut, planUpdate, PutRequest, UpdateRequest, Write } from './write';
import { checkExpressionLimits } from '../requests/expression-limits';
import { TRANSACT_WRITE_ITEMS } from '../requests/transaction-members';
import { idempotentParameterMismatch, validationError } from '../service-error';
import { ClientToken } from '../storage/client-tokens';
import { Table } from '../storage/table';
import { Item } from '../values/attribute-value';
import { itemSize } from '../values/item-size';

interface TransactWriteItem {
  readonly ConditionCheck?: KeyedRequest;
  readonly Delete?: KeyedRequest;
  readonly Put?: PutRequest;
  readonly Update?: UpdateRequest;
}

interface TransactWriteItemsRequest {
  readonly TransactItems: readonly TransactWriteItem[];
  readonly ClientRequestToken?: string;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
}

export const transactWriteItems = operation<TransactWriteItemsRequest>({ members: TRANSACT_WRITE_ITEMS, custom }, (request, context) => {
  const { database } = context;
  const digest = createHash('sha256').update(JSON.stringify(request.TransactItems)).digest('base64');
  const known = request.ClientRequestToken === undefined ? undefined : database.tokens.get(request.ClientRequestToken, context.now());
  if (known) return repeated(known, digest, request, context);
  checkTotalSize(request.TransactItems);
  checkDistinct(request.TransactItems.map((action) => ({
    table: database.table(requestOf(action).TableName), item: action.Put?.Item ?? (requestOf(action) as KeyedRequest).Key,
  })));
  const writes = allOrNothing(request.TransactItems, (action) => plan(action, database.table(requestOf(action).TableName)));
  const items = writes.map((write) => ({ table: write.table.name, size: sizeOf(write) }));
  const token = request.ClientRequestToken;
  database.commit(writes, token === undefined ? undefined : { token, digest, at: context.now(), items });
  return reportConsumptions(context, request.ReturnConsumedCapacity, writes.map(({ consumption }) => transactional(consumption)), 'Write');
});

/** A transaction that has been made before is not made again; its items are read. */
function repeated({ digest, items }: ClientToken, again: string, request: TransactWriteItemsRequest, context: Context): object {
  if (digest !== again) throw idempotentParameterMismatch();
  const consumptions = items.map(({ table, size }) => transactional({
    table: context.database.table(table), tableUnits: readUnits(size, true), indexUnits: new Map(),
  }));
  return reportConsumptions(context, request.ReturnConsumedCapacity, consumptions, 'Read');
}

function requestOf({ ConditionCheck, Delete, Put, Update }: TransactWriteItem): ConditionalRequest {
  return (ConditionCheck ?? Delete ?? Put ?? Update)!;
}

function plan({ ConditionCheck, Delete, Put, Update }: TransactWriteItem, table: Table): () => Write {
  if (Put) return planPut(Put, table);
  if (Update) return planUpdate(Update, table);
  return Delete ? planDelete(Delete, table) : planCheck(ConditionCheck!, table);
}

function sizeOf({ before, after }: Write): number {
  return Math.max(...[before, after].map((item) => (item === undefined ? 0 : itemSize(item))));
}

/** By what the request brings, not by the items that it finds: seen in ScyllaDB's tests against DynamoDB (test_transact_write_items_delete_5MB). */
function checkTotalSize(actions: readonly TransactWriteItem[]): void {
  if (actions.reduce((total, action) => total + broughtBy(action), 0) <= TRANSACTION_BYTES) return;
  throw validationError('Transaction payload size cannot exceed 4 MB');
}

function broughtBy({ Put, ...keyed }: TransactWriteItem): number {
  if (Put) return itemSize(Put.Item);
  const { Key, ExpressionAttributeValues = {} } = requestOf(keyed) as KeyedRequest & { readonly ExpressionAttributeValues?: Item };
  return itemSize(Key) + itemSize(ExpressionAttributeValues);
}

/** Of each action, what the operation of its kind checks. */
function custom({ TransactItems }: TransactWriteItemsRequest, store: object): string | undefined {
  for (const action of TransactItems) {
    if (Object.keys(action).length !== 1) return 'TransactItems can only contain one of Check, Put, Update or Delete';
    const { Put, Update } = action;
    checkExpressionLimits(requestOf(action));
    const problem = (Put ? putCustom : Update ? updateCustom : deleteCustom)(requestOf(action) as never, store);
    if (problem) return problem;
    if (Put) checkItemSize(Put.Item, 'Item size has exceeded the maximum allowed size');
  }
  return undefined;
}
