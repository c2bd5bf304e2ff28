import { billingMembers, BillingRequest, Throughput, throughputOf } from './billing';
import { UPDATE_TABLE } from '../requests/table-members';
import { limitExceeded, resourceNotFound, validationError } from '../service-error';
import { globalIndex } from './create-table';
import { operation } from './operation';
import { describe } from './table-description';
import { optionMembers, TableOptions } from './table-options';
import { checkTableSchema, namesOf, SchemaDescription } from '../checks/table-schema';
import { AttributeDefinition } from '../storage/key-schema';
import { IndexDescription } from '../storage/secondary-index';
import { TableDescription } from '../storage/table';

interface IndexUpdate {
  readonly Create?: IndexDescription;
  readonly Update?: { readonly IndexName: string; readonly ProvisionedThroughput?: Throughput; readonly OnDemandThroughput?: object };
  readonly Delete?: { readonly IndexName: string };
}

interface UpdateTableRequest extends BillingRequest, TableOptions {
  readonly TableName: string;
  readonly AttributeDefinitions?: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexUpdates?: readonly IndexUpdate[];
}

export const updateTable = operation<UpdateTableRequest>({ members: UPDATE_TABLE, custom }, (request, { database, now }) => {
  const table = database.table(request.TableName);
  const { definition } = table;
  const changesBilling = request.BillingMode !== undefined || request.ProvisionedThroughput !== undefined;
  const description: TableDescription = {
    ...definition.description,
    ...(changesBilling && billingMembers(request, now())),
    ...optionMembers(request, definition.description.TableArn, now()),
    ...updatedSchema(definition.description, request),
  };
  database.define({ ...definition, description });
  return { TableDescription: describe(table) };
});

function custom({ TableName: _, ...changes }: UpdateTableRequest): string | undefined {
  const { AttributeDefinitions: __, ...rest } = changes;
  const changed = Object.values(rest).filter((value) => !(Array.isArray(value) && value.length === 0));
  if (changed.length === 0) return 'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required';
  const isOne = (update: IndexUpdate) => Object.keys(update).length === 1;
  if (rest.GlobalSecondaryIndexUpdates?.every(isOne) ?? true) return undefined;
  return 'One or more parameter values were invalid: Exactly one of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, '
    + 'GlobalSecondaryIndexUpdate.Delete must be given';
}

/** @throws LimitExceededException for more than one index created or deleted in one call, as in DynamoDB */
function updatedSchema(description: TableDescription, request: UpdateTableRequest): SchemaDescription {
  const { GlobalSecondaryIndexUpdates: updates = [], AttributeDefinitions = [] } = request;
  if (updates.filter(({ Update }) => Update === undefined).length > 1) {
    throw limitExceeded('Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table');
  }
  const local = description.LocalSecondaryIndexes ?? [];
  const created = updates.find(({ Create }) => local.some(({ IndexName }) => IndexName === Create?.IndexName))?.Create;
  if (created) throw indexExists(created.IndexName);
  const indexes = updates.reduce(updatedIndexes, description.GlobalSecondaryIndexes ?? []);
  const schema = {
    KeySchema: description.KeySchema,
    AttributeDefinitions: mergedDefinitions(description, indexes, AttributeDefinitions),
    LocalSecondaryIndexes: description.LocalSecondaryIndexes,
    GlobalSecondaryIndexes: indexes.length === 0 ? undefined : indexes,
  };
  checkTableSchema(schema);
  return schema;
}

function updatedIndexes(indexes: readonly IndexDescription[], { Create, Update, Delete }: IndexUpdate): readonly IndexDescription[] {
  const name = (Create ?? Update ?? Delete)!.IndexName;
  const exists = indexes.some(({ IndexName }) => IndexName === name);
  if (Create) {
    if (exists) throw indexExists(name);
    return [...indexes, globalIndex(Create)];
  }
  if (!exists) throw resourceNotFound(`Requested resource not found: index ${name} is not one of the table's`);
  if (Delete) return indexes.filter(({ IndexName }) => IndexName !== name);
  const { ProvisionedThroughput, ...rest } = Update!;
  const changed = { ...rest, ...(ProvisionedThroughput && { ProvisionedThroughput: throughputOf(ProvisionedThroughput) }) };
  return indexes.map((index) => (index.IndexName === name ? { ...index, ...changed } : index));
}

function indexExists(name: string): Error {
  return validationError(`One or more parameter values were invalid: Duplicate index name: ${name}: the index already exists`);
}

/** The table's and the request's definitions, of the attributes that are still part of a key. */
function mergedDefinitions(
  description: TableDescription, indexes: readonly IndexDescription[], given: readonly AttributeDefinition[],
): AttributeDefinition[] {
  const known = new Map(description.AttributeDefinitions.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]));
  for (const { AttributeName: name, AttributeType: type } of given) {
    if ((known.get(name) ?? type) !== type) {
      throw validationError(`One or more parameter values were invalid: Attributes cannot be redefined. Attribute ${name} is of type ${known.get(name)} in the table; it cannot become ${type}`);
    }
    known.set(name, type);
  }
  const keys = [description, ...indexes, ...(description.LocalSecondaryIndexes ?? [])].flatMap(({ KeySchema }) => namesOf(KeySchema));
  return [...known].filter(([name]) => keys.includes(name)).map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
}
