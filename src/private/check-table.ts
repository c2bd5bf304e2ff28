import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { CrudTable } from '../crud-table';
import type { ItemScope } from '../item-scope';
import { HIDDEN, SERVER_FIELDS } from '../model';

/** What the server writes into a row beside its fields. */
const ATTRIBUTES: readonly string[] = [...Object.values(HIDDEN), ...Object.keys(SERVER_FIELDS).filter((name) => name !== 'id')];

/** A table that exists has a key of its own, which only one scope fits. */
export function checkTable({ _model: scope }: ItemScope, table?: CrudTable): string[] {
  if (!table?._existing) return [];
  if (scope.kind !== 'item') {
    return ['table: CrudTable.fromTable() needs itemScope: ItemScope.item(), since an existing table has no scope in its key; or use CrudTable.create()'];
  }
  const { partitionKey } = table._existing;
  if (partitionKey === '') return ["table: partitionKey must be the name of the table's partition key, got ''"];
  if (ATTRIBUTES.includes(partitionKey)) return [`table: partitionKey '${partitionKey}' is an attribute that the server sets in each row; use a table with another key`];
  return checkKeySchema(table._existing);
}

/** What is known of the key: of a table that is looked up by its name or ARN, nothing. */
function checkKeySchema({ table, partitionKey }: { readonly table: ITable; readonly partitionKey: string }): string[] {
  const resource = table.node?.defaultChild as { readonly keySchema?: unknown } | undefined;
  const keys = Array.isArray(resource?.keySchema) ? resource.keySchema as { readonly attributeName?: string; readonly keyType?: string }[] : [];
  const [hash, range] = ['HASH', 'RANGE'].map((type) => keys.find(({ keyType }) => keyType === type)?.attributeName);
  return [
    ...(hash === undefined || hash === partitionKey ? [] : [`table: its partition key is '${hash}', got partitionKey: '${partitionKey}'`]),
    ...(range === undefined ? [] : [`table: has the sort key '${range}', but its items are found by their id alone; use a table without sort key, or CrudTable.create()`]),
  ];
}
