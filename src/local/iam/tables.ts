import { Resource, Stack } from '../assembly';
import { PartitionKeys } from './dynamodb-requests';
import { listOf, OneOrMany } from './policy';

/** What authorization needs to know of tables. */
export interface TableDirectory {
  /** The ARN of a table; of one that no template has, the ARN that it would have. */
  readonly tableArn: (tableName: string) => string;
  readonly partitionKeys: PartitionKeys;
}

interface Keyed {
  readonly KeySchema?: ReadonlyArray<{ readonly AttributeName: string; readonly KeyType: string }>;
  readonly IndexName?: string;
}

const TABLE_TYPES = new Set(['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table']);

/**
 * The tables of the templates.
 *
 * @param elsewhere where a table is taken to be that no template has: the stack of the function that asks for it
 */
export function tableDirectory(resources: readonly Resource[], elsewhere: Pick<Stack, 'partition' | 'region' | 'account'>): TableDirectory {
  const tables = new Map(resources.filter(({ type }) => TABLE_TYPES.has(type)).map((table) => [table.physicalId, table]));
  return {
    tableArn: (name) => tables.get(name)?.attributes.Arn
      ?? `arn:${elsewhere.partition}:dynamodb:${elsewhere.region}:${elsewhere.account}:table/${name}`,
    partitionKeys: (name, index) => {
      const table = tables.get(name)?.properties;
      const keyed = table && index !== undefined
        ? [...listOf(table.GlobalSecondaryIndexes as OneOrMany<Keyed>), ...listOf(table.LocalSecondaryIndexes as OneOrMany<Keyed>)]
          .find(({ IndexName }) => IndexName === index)
        : table as Keyed | undefined;
      return keyed?.KeySchema?.filter(({ KeyType }) => KeyType === 'HASH').map(({ AttributeName }) => AttributeName);
    },
  };
}
