import { randomUUID } from 'node:crypto';
import { checkTableSchema, SchemaDescription } from '../checks/table-schema';
import { CREATE_TABLE } from '../requests/table-members';
import { resourceInUse } from '../service-error';
import { billingMembers, BillingRequest, Throughput, throughputOf } from './billing';
import { operation } from './operation';
import { describe } from './table-description';
import { optionMembers, TableOptions } from './table-options';
import { IndexDescription } from '../storage/secondary-index';
import { Tag } from '../storage/table';

interface CreateTableRequest extends SchemaDescription, BillingRequest, TableOptions {
  readonly TableName: string;
  readonly Tags?: readonly Tag[];
}

/** Tables are active at once: nobody has to wait for one here. */
export const createTable = operation<CreateTableRequest>({ members: CREATE_TABLE }, (request, { database, account, now }) => {
  const { TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes, Tags = [] } = request;
  checkTableSchema(request);
  if (database.tables.has(TableName)) throw resourceInUse(`Table already exists: ${TableName}`);
  const at = now();
  const arn = `arn:${account.partition}:dynamodb:${account.region}:${account.accountId}:table/${TableName}`;
  const table = database.define({
    description: {
      TableName,
      TableArn: arn,
      TableId: randomUUID(),
      TableStatus: 'ACTIVE',
      CreationDateTime: at / 1000,
      AttributeDefinitions,
      KeySchema,
      ...billingMembers(request, at),
      ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
      ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(globalIndex) }),
      DeletionProtectionEnabled: false,
      ...optionMembers(request, arn, at),
    },
    pointInTimeRecovery: false,
    tags: Tags,
  });
  return { TableDescription: describe(table) };
});

export function globalIndex(index: IndexDescription & { readonly ProvisionedThroughput?: Throughput }): IndexDescription {
  return { ...index, ProvisionedThroughput: throughputOf(index.ProvisionedThroughput) } as IndexDescription;
}
