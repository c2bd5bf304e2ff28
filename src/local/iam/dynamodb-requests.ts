import { CallScope, contextOf, mergedContext } from './dynamodb-context';
import { AuthorizationRequest } from './evaluate';
import { partiqlRequest } from './partiql';
import { Context } from './policy';
import { isRecord, listIn, Members, recordIn } from './untrusted';

/** The attributes of a table's, or an index's, partition key, in order; undefined if there is no such table or index. */
export type PartitionKeys = (tableName: string, indexName?: string) => readonly string[] | undefined;

/**
 * What must be allowed for a call to DynamoDB: an action on a resource, for each that the call touches.
 *
 * A call that DynamoDB could not even read (no table name, no items) asks for nothing: it is the service that refuses it.
 *
 * @param action `PutItem`
 * @param input as received
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
export function authorizationRequests(
  action: string, input: unknown, tableArn: (tableName: string) => string, partitionKeys: PartitionKeys,
): AuthorizationRequest[] {
  if (!isRecord(input)) return [];
  const tables: Tables = { arnOf: (name) => (name.startsWith('arn:') ? name : tableArn(name)), partitionKeys };
  return (REQUESTS.get(action) ?? resourceRequest)(action, input, tables);
}

interface Tables {
  readonly arnOf: (nameOrArn: string) => string;
  readonly partitionKeys: PartitionKeys;
}

type Requests = (action: string, input: Members, tables: Tables) => AuthorizationRequest[];

const REQUESTS: ReadonlyMap<string, Requests> = new Map<string, Requests>([
  ['GetItem', itemRequest],
  ['PutItem', itemRequest],
  ['UpdateItem', itemRequest],
  ['DeleteItem', itemRequest],
  ['Query', itemRequest],
  ['Scan', itemRequest],
  ['BatchGetItem', (action, input, tables) => batchRequests(action, input, tables, itemsRead)],
  ['BatchWriteItem', (action, input, tables) => batchRequests(action, input, tables, itemsWritten)],
  ['TransactGetItems', transactionRequests],
  ['TransactWriteItems', transactionRequests],
  ['ExecuteStatement', (_action, input, tables) => partiqlRequest(input, tables.arnOf)],
  ['BatchExecuteStatement', (_action, input, tables) => listIn(input, 'Statements').flatMap((one) => partiqlRequest(one, tables.arnOf))],
  ['ExecuteTransaction', (_action, input, tables) => listIn(input, 'TransactStatements').flatMap((one) => partiqlRequest(one, tables.arnOf))],
]);

/** The action that a member of a transaction stands for. */
const TRANSACTION_ACTIONS: ReadonlyMap<string, string> = new Map([
  ['Get', 'GetItem'],
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
  ['Delete', 'DeleteItem'],
  ['ConditionCheck', 'ConditionCheckItem'],
]);

function itemRequest(action: string, input: Members, tables: Tables): AuthorizationRequest[] {
  return onTable(input.TableName, (name) => {
    const index = typeof input.IndexName === 'string' ? input.IndexName : undefined;
    const resource = tables.arnOf(name) + (index === undefined ? '' : `/index/${index}`);
    return request(action, resource, contextOf(scopeOf(action, name, index, tables), input));
  });
}

/** One request a table: a batch as a whole is one action, and all its items count. */
function batchRequests(action: string, input: Members, tables: Tables, itemsOf: (table: unknown) => Members[]): AuthorizationRequest[] {
  return Object.entries(recordIn(input, 'RequestItems')).map(([name, table]) => {
    const scope = scopeOf(action, name, undefined, tables);
    const capacity = { ReturnConsumedCapacity: input.ReturnConsumedCapacity };
    const contexts = itemsOf(table).map((item) => contextOf(scope, { ...item, ...capacity }));
    return request(action, tables.arnOf(name), mergedContext(contexts));
  });
}

function itemsRead(table: unknown): Members[] {
  return listIn(table, 'Keys').map((Key) => ({ ...(table as Members), Key }));
}

function itemsWritten(table: unknown): Members[] {
  return (Array.isArray(table) ? table : []).map((write) => ({ ...recordIn(write, 'PutRequest'), ...recordIn(write, 'DeleteRequest') }));
}

function transactionRequests(operation: string, input: Members, tables: Tables): AuthorizationRequest[] {
  return listIn(input, 'TransactItems').filter(isRecord).flatMap((item) => Object.entries(item).flatMap(([member, call]) => {
    const action = TRANSACTION_ACTIONS.get(member);
    if (!action || !isRecord(call)) return [];
    return onTable(call.TableName, (name) => {
      const context = contextOf(scopeOf(action, name, undefined, tables), {
        ...call,
        ReturnValues: call.ReturnValuesOnConditionCheckFailure,
        ReturnConsumedCapacity: input.ReturnConsumedCapacity,
      });
      return request(action, tables.arnOf(name), { ...context, 'dynamodb:EnclosingOperation': operation });
    });
  }));
}

/** Members of other calls that name what they are about, as ARNs. */
const ARN_MEMBERS = ['ResourceArn', 'TableArn', 'StreamArn', 'BackupArn', 'ExportArn', 'ImportArn'];

/** Calls that name a table only to narrow what they list. */
const WITHOUT_RESOURCE = new Set(['ListBackups', 'ListContributorInsights', 'ListExports', 'ListImports', 'ListStreams', 'ListTables']);

/** Control plane and streams: the resource that the call names, or `*`. */
function resourceRequest(action: string, input: Members, { arnOf }: Tables): AuthorizationRequest[] {
  const named = ARN_MEMBERS.map((member) => input[member]).find((value) => typeof value === 'string');
  const table = typeof input.TableName === 'string' ? arnOf(input.TableName) : undefined;
  // an iterator begins with the ARN of its stream: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html
  const stream = typeof input.ShardIterator === 'string' ? input.ShardIterator.split('|')[0] : undefined;
  return [request(action, WITHOUT_RESOURCE.has(action) ? '*' : named ?? table ?? stream ?? '*', {})];
}

function scopeOf(action: string, nameOrArn: string, index: string | undefined, { partitionKeys }: Tables): CallScope {
  const tableName = nameOrArn.startsWith('arn:') ? nameOrArn.slice(nameOrArn.indexOf(':table/') + ':table/'.length) : nameOrArn;
  return { action, index, partitionKeys: partitionKeys(tableName, index) ?? [] };
}

function onTable(name: unknown, make: (name: string) => AuthorizationRequest): AuthorizationRequest[] {
  return typeof name === 'string' ? [make(name)] : [];
}

function request(action: string, resource: string, context: Context): AuthorizationRequest {
  return { action: `dynamodb:${action}`, resource, context };
}
