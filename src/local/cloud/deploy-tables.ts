import { canonicalJson } from '../../model';
import { DataDirectoryError, DynamoDbEngine, openEngine, ServiceError } from '../dynamodb';
import { TemplateError } from '../property-reader';
import { AttributeDefinition, CreateTableInput, IndexInput, KeySchema, TableDefinition } from './tables';

interface ExistingTable {
  readonly KeySchema: KeySchema;
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: IndexInput[];
  readonly DeletionProtectionEnabled?: boolean;
}

/**
 * Asks what would refuse the tables, before anything is changed: what an engine of its own says of each of them, and whether those that are there
 * have other keys.
 *
 * @param areKept - whether the items are kept for later starts
 * @throws TemplateError, DataDirectoryError
 */
export async function checkTables(engine: DynamoDbEngine, tables: readonly TableDefinition[], areKept: boolean): Promise<void> {
  const trial = await openEngine();
  try {
    for (const { resource, input } of tables) {
      await trial.call('CreateTable', input).catch((error: Error) => {
        throw error instanceof ServiceError ? new TemplateError(resource, error.message) : error;
      });
    }
  } finally {
    await trial.close();
  }
  for (const table of tables) {
    const existing = await describe(engine, table.name);
    if (existing && !hasSameKeys(existing, table.input)) checkReplaceable(table, existing, areKept);
  }
}

/** CloudFormation replaces a table whose name it has made up itself. */
function checkReplaceable({ name, resource }: TableDefinition, { DeletionProtectionEnabled }: ExistingTable, areKept: boolean): void {
  if (areKept) throw new DataDirectoryError(`the stored table ${name} has other keys than the template's; start with another data folder`);
  const reason = DeletionProtectionEnabled ? 'it is protected from deletion' : 'TableName is given, so that it cannot be replaced';
  if (DeletionProtectionEnabled || resource.properties.TableName !== undefined) {
    throw new TemplateError(resource, `its keys changed, and ${reason}; start anew, or give the table another name`);
  }
}

/**
 * Creates what is not there; what is there keeps its items and gets the indexes and the expiry of the template. A table of other keys is replaced.
 * @returns what a person should know of it
 */
export async function deployTable(engine: DynamoDbEngine, { name, input, timeToLiveAttribute }: TableDefinition): Promise<string | undefined> {
  const existing = await describe(engine, name);
  const isReplaced = existing !== undefined && !hasSameKeys(existing, input);
  if (isReplaced) await engine.call('DeleteTable', { TableName: name });
  if (existing && !isReplaced) await updateTable(engine, existing, input);
  else await engine.call('CreateTable', input);
  await updateTimeToLive(engine, name, timeToLiveAttribute);
  return isReplaced ? `the keys of the table ${name} changed: it was replaced by an empty one, as CloudFormation does` : undefined;
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

function hasSameKeys(existing: ExistingTable, input: CreateTableInput): boolean {
  type Keyed = Pick<CreateTableInput, 'KeySchema' | 'AttributeDefinitions'>;
  const typed = ({ KeySchema: schema, AttributeDefinitions: definitions }: Keyed) => schema.map(({ AttributeName, KeyType }) => (
    [AttributeName, KeyType, definitions.find((definition) => definition.AttributeName === AttributeName)?.AttributeType]
  ));
  return same(typed(existing), typed(input));
}

/** An index whose keys changed is another one: it is deleted and built anew, as CloudFormation would have it done in two deployments. */
async function updateTable(engine: DynamoDbEngine, existing: ExistingTable, input: CreateTableInput): Promise<void> {
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
