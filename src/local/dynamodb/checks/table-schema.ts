import { GLOBAL_SECONDARY_INDEXES, INDEX_KEY_ATTRIBUTES, LOCAL_SECONDARY_INDEXES } from '../limits';
import { validationError } from '../service-error';
import { AttributeDefinition, KeySchemaElement } from '../storage/key-schema';
import { IndexDescription } from '../storage/secondary-index';

/** The parts of a table that must fit each other. */
export interface SchemaDescription {
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly KeySchema: readonly KeySchemaElement[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
}

/** @throws ValidationException */
export function checkTableSchema(schema: SchemaDescription): void {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes: global, LocalSecondaryIndexes: local } = schema;
  checkSingleAttributes(KeySchema);
  checkDefined(namesOf(KeySchema), AttributeDefinitions);
  for (const [kind, indexes, limit] of [['Local', local, LOCAL_SECONDARY_INDEXES], ['Global', global, GLOBAL_SECONDARY_INDEXES]] as const) {
    if (indexes === undefined) continue;
    if (indexes.length === 0) throw invalid(`List of ${kind}SecondaryIndexes is empty`);
    if (indexes.length > limit) throw invalid(`${kind}SecondaryIndex count exceeds the per-table limit of ${limit}`);
  }
  local?.forEach((index) => checkLocalIndex(index, KeySchema));
  global?.forEach(({ KeySchema: elements }) => checkIndexKey(elements));
  const indexes = [...(local ?? []), ...(global ?? [])];
  indexes.forEach((index) => checkIndex(index, indexes, AttributeDefinitions));
  checkUsed(AttributeDefinitions, [KeySchema, ...indexes.map((index) => index.KeySchema)].flatMap(namesOf));
}

/** A partition key and at most one sort key. */
function checkSingleAttributes(elements: readonly KeySchemaElement[]): void {
  const [first, second] = elements;
  if (first.KeyType !== 'HASH') throw validationError('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  if (second && second.KeyType !== 'RANGE') throw validationError('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type');
  checkHashIsNotRange(elements);
}

function checkHashIsNotRange([first, second]: readonly KeySchemaElement[]): void {
  if (first.AttributeName === second?.AttributeName) throw validationError('Both the Hash Key and the Range Key element in the KeySchema have the same name');
}

/** Up to four attributes on either side, partition attributes first. */
function checkIndexKey(elements: readonly KeySchemaElement[]): void {
  if (elements[0].KeyType !== 'HASH') throw validationError('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  if (elements.length === 2 && elements[1].KeyType === 'RANGE') checkHashIsNotRange(elements);
  if (new Set(namesOf(elements)).size < elements.length) throw invalid('The KeySchema contains multiple key attributes with the same name');
  for (const keyType of ['HASH', 'RANGE']) {
    if (elements.filter((element) => element.KeyType === keyType).length > INDEX_KEY_ATTRIBUTES) {
      throw invalid(`The KeySchema exceeds the maximum allowed number of ${keyType} key attributes`);
    }
  }
  const firstRange = elements.findIndex(({ KeyType }) => KeyType === 'RANGE');
  if (firstRange >= 0 && elements.slice(firstRange).some(({ KeyType }) => KeyType === 'HASH')) {
    throw invalid('All HASH key attributes must precede RANGE key attributes in the KeySchema');
  }
}

function checkLocalIndex({ IndexName, KeySchema }: IndexDescription, tableKey: readonly KeySchemaElement[]): void {
  checkSingleAttributes(KeySchema);
  if (tableKey.length < 2) throw invalid('Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex');
  if (KeySchema.length < 2) throw invalid(`Index KeySchema does not have a range key for index: ${IndexName}`);
  if (KeySchema[0].AttributeName !== tableKey[0].AttributeName) {
    throw invalid(`Index KeySchema does not have the same leading hash key as table KeySchema for index: ${IndexName}. `
      + `index hash key: ${KeySchema[0].AttributeName}, table hash key: ${tableKey[0].AttributeName}`);
  }
}

function checkIndex(index: IndexDescription, all: readonly IndexDescription[], definitions: readonly AttributeDefinition[]): void {
  const { IndexName, KeySchema, Projection } = index;
  const { ProjectionType: type, NonKeyAttributes: attributes } = Projection;
  checkDefined(namesOf(KeySchema), definitions);
  if (type === undefined) throw invalid('Unknown ProjectionType: null');
  if (attributes !== undefined && type !== 'INCLUDE') throw invalid(`ProjectionType is ${type}, but NonKeyAttributes is specified`);
  if (attributes === undefined && type === 'INCLUDE') throw invalid('ProjectionType is INCLUDE, but NonKeyAttributes is not specified');
  if (all.filter((other) => other.IndexName === IndexName).length > 1) throw invalid(`Duplicate index name: ${IndexName}`);
}

function checkDefined(names: readonly string[], definitions: readonly AttributeDefinition[]): void {
  const defined = definitions.map(({ AttributeName }) => AttributeName);
  if (names.every((name) => defined.includes(name))) return;
  throw invalid(`Some index key attributes are not defined in AttributeDefinitions. Keys: [${names.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`);
}

function checkUsed(definitions: readonly AttributeDefinition[], names: readonly string[]): void {
  const defined = definitions.map(({ AttributeName }) => AttributeName);
  if (new Set(defined).size < defined.length) throw invalid(`Duplicate AttributeName in AttributeDefinitions: [${defined.join(', ')}]`);
  if (defined.every((name) => names.includes(name))) return;
  throw invalid(`Some AttributeDefinitions are not used. AttributeDefinitions: [${defined.join(', ')}], keys used: [${[...new Set(names)].join(', ')}]`);
}

export function namesOf(elements: readonly KeySchemaElement[]): string[] {
  return elements.map(({ AttributeName }) => AttributeName);
}

function invalid(message: string): Error {
  return validationError(`One or more parameter values were invalid: ${message}`);
}
