import type { Resource } from '../assembly';
import { PropertyReader } from '../property-reader';

/** Types of resources that are tables. */
export const TABLE_TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

export interface TableDefinition {
  readonly resource: Resource;
  readonly name: string;
  readonly arn: string;
  /** Input of `CreateTable`. */
  readonly input: CreateTableInput;
  readonly timeToLiveAttribute?: string;
}

export interface CreateTableInput {
  readonly TableName: string;
  readonly KeySchema: KeySchema;
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: IndexInput[];
  readonly LocalSecondaryIndexes?: unknown;
  readonly BillingMode: 'PAY_PER_REQUEST';
  readonly StreamSpecification?: object;
  readonly DeletionProtectionEnabled?: boolean;
}

export interface IndexInput {
  readonly IndexName: string;
  readonly KeySchema: KeySchema;
  readonly Projection: unknown;
}

export type KeySchema = { readonly AttributeName: string; readonly KeyType: string }[];

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: string;
}

const POLICY = 'only the policies of roles are evaluated here; grant by those';

/** A table as the template describes it. Capacity is on demand here: there is none to run out of. */
export function readTable(resource: Resource): TableDefinition {
  const table = PropertyReader.of(resource);
  table.refuse('ImportSourceSpecification', 'nothing is imported here');
  table.refuse('ResourcePolicy', POLICY);
  const { KeySchema: keySchema, AttributeDefinitions: attributeDefinitions, LocalSecondaryIndexes: localIndexes } = resource.properties;
  const indexes = table.nestedList('GlobalSecondaryIndexes').map((index, position) => ({
    IndexName: index.text('IndexName'),
    KeySchema: (resource.properties.GlobalSecondaryIndexes as IndexInput[])[position]!.KeySchema,
    Projection: (resource.properties.GlobalSecondaryIndexes as IndexInput[])[position]!.Projection,
  }));
  const stream = table.nested('StreamSpecification').optionalText('StreamViewType');
  const [replica] = table.nestedList('Replicas');
  replica?.refuse('ResourcePolicy', POLICY);
  const timeToLive = table.nested('TimeToLiveSpecification');
  return {
    resource,
    name: resource.physicalId,
    arn: resource.attributes.Arn!,
    input: {
      TableName: resource.physicalId,
      KeySchema: keySchema as KeySchema,
      AttributeDefinitions: attributeDefinitions as AttributeDefinition[],
      ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
      ...(localIndexes ? { LocalSecondaryIndexes: localIndexes } : {}),
      BillingMode: 'PAY_PER_REQUEST',
      ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } } : {}),
      DeletionProtectionEnabled: (replica ?? table).boolean('DeletionProtectionEnabled') ?? false,
    },
    timeToLiveAttribute: timeToLive.boolean('Enabled') ? timeToLive.text('AttributeName') : undefined,
  };
}

/** The names of a table's, or an index's, partition key, which IAM conditions speak of. */
export function partitionKeysOf({ input }: TableDefinition, indexName?: string): string[] | undefined {
  const keySchema = indexName === undefined
    ? input.KeySchema as KeySchema
    : input.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === indexName)?.KeySchema;
  return keySchema?.filter(({ KeyType }) => KeyType === 'HASH').map(({ AttributeName }) => AttributeName);
}
