import { canonicalJson } from '../../model';
import type { Resource } from '../assembly';
import { DataDirectoryError, DynamoDbEngine, ServiceError } from '../dynamodb';
import { PropertyReader } from '../property-reader';

/** Types of resources that are tables. */
export const TABLE_TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

export interface TableDefinition {
  readonly name: string;
  readonly arn: string;
  /** Input of `CreateTable`. */
  readonly input: CreateTableInput;
  readonly timeToLiveAttribute?: string;
}

interface CreateTableInput {
  readonly TableName: string;
  readonly KeySchema: unknown;
  readonly AttributeDefinitions: unknown;
  readonly GlobalSecondaryIndexes?: IndexInput[];
  readonly LocalSecondaryIndexes?: unknown;
  readonly BillingMode: 'PAY_PER_REQUEST';
  readonly StreamSpecification?: object;
  readonly DeletionProtectionEnabled?: boolean;
}

interface IndexInput {
  readonly IndexName: string;
  readonly KeySchema: KeySchema;
  readonly Projection: unknown;
}

type KeySchema = { readonly AttributeName: string; readonly KeyType: string }[];

/** A table as the template describes it. Capacity is on demand here: there is none to run out of. */
export function readTable(resource: Resource): TableDefinition {
  const table = PropertyReader.of(resource);
  table.refuse('ImportSourceSpecification', 'nothing is imported here');
  const { KeySchema: keySchema, AttributeDefinitions: attributeDefinitions, LocalSecondaryIndexes: localIndexes } = resource.properties;
  const indexes = table.nestedList('GlobalSecondaryIndexes').map((index, position) => ({
    IndexName: index.text('IndexName'),
    KeySchema: (resource.properties.GlobalSecondaryIndexes as IndexInput[])[position]!.KeySchema,
    Projection: (resource.properties.GlobalSecondaryIndexes as IndexInput[])[position]!.Projection,
  }));
  const stream = table.nested('StreamSpecification').optionalText('StreamViewType');
  const replica = table.nestedList('Replicas')[0];
  const timeToLive = table.nested('TimeToLiveSpecification');
  return {
    name: resource.physicalId,
    arn: resource.attributes.Arn!,
    input: {
      TableName: resource.physicalId,
      KeySchema: keySchema,
      AttributeDefinitions: attributeDefinitions,
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

/** Creates what is not there; what is there keeps its items and gets the indexes and the expiry of the template. */
export async function deployTable(engine: DynamoDbEngine, { name, input, timeToLiveAttribute }: TableDefinition): Promise<void> {
  const existing = await describe(engine, name);
  if (existing) await updateTable(engine, existing, input);
  else await engine.call('CreateTable', input);
  await updateTimeToLive(engine, name, timeToLiveAttribute);
}

interface ExistingTable {
  readonly KeySchema: unknown;
  readonly GlobalSecondaryIndexes?: IndexInput[];
}

async function describe(engine: DynamoDbEngine, name: string): Promise<ExistingTable | undefined> {
  try {
    const { Table: table } = await engine.call('DescribeTable', { TableName: name }) as { Table: ExistingTable };
    return table;
  } catch (error) {
    if (error instanceof ServiceError && error.type === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** An index whose keys changed is another one: it is deleted and built anew, as CloudFormation would have it done in two deployments. */
async function updateTable(engine: DynamoDbEngine, existing: ExistingTable, input: CreateTableInput): Promise<void> {
  if (!same(existing.KeySchema, input.KeySchema)) {
    throw new DataDirectoryError(`the stored table ${input.TableName} has other keys than the template's; start with another data folder`);
  }
  const before = existing.GlobalSecondaryIndexes ?? [];
  const after = input.GlobalSecondaryIndexes ?? [];
  const isKept = (index: IndexInput, others: readonly IndexInput[]) =>
    others.some((other) => other.IndexName === index.IndexName && same(other.KeySchema, index.KeySchema) && same(other.Projection, index.Projection));
  const deleted = before.filter((index) => !isKept(index, after)).map(({ IndexName }) => ({ Delete: { IndexName } }));
  const created = after.filter((index) => !isKept(index, before)).map((index) => ({ Create: index }));
  for (const update of [...deleted, ...created]) {
    await engine.call('UpdateTable', {
      TableName: input.TableName, AttributeDefinitions: input.AttributeDefinitions, GlobalSecondaryIndexUpdates: [update],
    });
  }
}

interface TimeToLiveDescription {
  readonly TimeToLiveDescription: { readonly TimeToLiveStatus: string; readonly AttributeName?: string };
}

async function updateTimeToLive(engine: DynamoDbEngine, TableName: string, attribute: string | undefined): Promise<void> {
  const { TimeToLiveDescription: current } = await engine.call('DescribeTimeToLive', { TableName }) as TimeToLiveDescription;
  const enabled = current.TimeToLiveStatus === 'ENABLED' ? current.AttributeName : undefined;
  if (enabled === attribute) return;
  const set = (AttributeName: string, Enabled: boolean) => engine.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { AttributeName, Enabled } });
  if (enabled !== undefined) await set(enabled, false);
  if (attribute !== undefined) await set(attribute, true);
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
