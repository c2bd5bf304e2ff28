import { custom, types } from 'dynalite/validations/batchWriteItem';
import { ReturnConsumedCapacity } from '../capacity';
import { BATCH_WRITE_REQUESTS } from '../limits';
import { validationError } from '../service-error';
import { operation, reportConsumptions } from './operation';
import { planDelete, planPut, Write } from './write';
import { Table } from '../storage/table';
import { Item } from '../values/attribute-value';

interface WriteRequest {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}

interface BatchWriteItemRequest {
  readonly RequestItems: Readonly<Record<string, readonly WriteRequest[]>>;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
}

const shape = {
  members: types,
  custom: (request: BatchWriteItemRequest, store: object) => requestsProblem(request) ?? custom(request as never, store),
};

export const batchWriteItem = operation<BatchWriteItemRequest>(shape, (request, context) => {
  const writes = Object.keys(request.RequestItems).flatMap((name) => {
    const table = context.database.table(name);
    return request.RequestItems[name].map((one) => plan(one, table));
  });
  const places = new Set(writes.map(({ table, key }) => `${table.name}\n${key}`));
  if (places.size < writes.length) throw validationError('Provided list of item keys contains duplicates');
  context.database.commit(writes);
  return { UnprocessedItems: {}, ...reportConsumptions(context, request.ReturnConsumedCapacity, writes.map(({ consumption }) => consumption)) };
});

function plan({ PutRequest, DeleteRequest }: WriteRequest, table: Table): Write {
  const { name: TableName } = table;
  const planned = PutRequest ? planPut({ TableName, ...PutRequest }, table) : planDelete({ TableName, ...DeleteRequest! }, table);
  return planned();
}

function requestsProblem({ RequestItems }: BatchWriteItemRequest): string | undefined {
  const requests = Object.values(RequestItems).flat();
  if (requests.length > BATCH_WRITE_REQUESTS) return 'Too many items requested for the BatchWriteItem call';
  const isOne = ({ PutRequest, DeleteRequest }: WriteRequest) => (PutRequest === undefined) !== (DeleteRequest === undefined);
  return requests.every(isOne) ? undefined : 'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes';
}
