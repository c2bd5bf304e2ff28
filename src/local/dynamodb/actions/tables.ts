import { types as listTablesTypes } from 'dynalite/validations/listTables';
import { TABLE_NAME } from '../requests/table-members';
import { validationError } from '../service-error';
import { operation } from './operation';
import { describe } from './table-description';

interface TableRequest {
  readonly TableName: string;
}

const members = { TableName: TABLE_NAME };

export const describeTable = operation<TableRequest>({ members }, ({ TableName }, { database }) => ({ Table: describe(database.table(TableName)) }));

export const deleteTable = operation<TableRequest>({ members }, ({ TableName }, { database }) => {
  const table = database.table(TableName);
  const { TableArn, DeletionProtectionEnabled } = table.definition.description;
  if (DeletionProtectionEnabled) {
    throw validationError(`Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first. Resource: ${TableArn}`);
  }
  const description = describe(table);
  database.drop(table);
  return { TableDescription: { ...description, TableStatus: 'DELETING' } };
});

interface ListTablesRequest {
  readonly Limit?: number;
  readonly ExclusiveStartTableName?: string;
}

const MOST_TABLE_NAMES = 100;

export const listTables = operation<ListTablesRequest>({ members: listTablesTypes }, ({ Limit = MOST_TABLE_NAMES, ExclusiveStartTableName = '' }, { database }) => {
  const names = [...database.tables.keys()].filter((name) => name > ExclusiveStartTableName).sort();
  const page = names.slice(0, Limit);
  return { TableNames: page, ...(names.length > page.length && { LastEvaluatedTableName: page.at(-1) }) };
});
