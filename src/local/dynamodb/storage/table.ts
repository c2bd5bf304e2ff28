import { AttributeDefinition, KeySchema, KeySchemaElement, parseKeySchema } from './key-schema';
import { OrderedMap } from './ordered-map';
import { IndexDescription, IndexKind, SecondaryIndex } from './secondary-index';
import { StoredItem } from './stored-item';
import { Item } from '../values/attribute-value';

/** What DescribeTable says, but for what changes with each item. */
export interface TableDescription {
  readonly TableName: string;
  readonly TableArn: string;
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly KeySchema: readonly KeySchemaElement[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
  readonly DeletionProtectionEnabled: boolean;
  readonly [member: string]: unknown;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Everything of a table but its items. */
export interface TableDefinition {
  readonly description: TableDescription;
  readonly timeToLiveAttribute?: string;
  readonly pointInTimeRecovery: boolean;
  readonly tags: readonly Tag[];
}

export class Table {
  readonly items = new OrderedMap<StoredItem>();
  schema!: KeySchema;
  indexes: ReadonlyMap<string, SecondaryIndex> = new Map();
  /** Items by the time at which they expire, where the table has time to live. */
  expiry?: SecondaryIndex;
  private current!: TableDefinition;

  constructor(definition: TableDefinition) {
    this.definition = definition;
  }

  get name(): string {
    return this.current.description.TableName;
  }

  get definition(): TableDefinition {
    return this.current;
  }

  /** Indexes of a name that is already there are kept: DynamoDB lets no index change its keys or projection. */
  set definition(definition: TableDefinition) {
    const { description } = definition;
    const known = this.indexes;
    this.current = definition;
    this.schema = parseKeySchema(description.KeySchema, description.AttributeDefinitions);
    this.expiry = this.expiryIndex(definition);
    const indexesOf = (kind: IndexKind, indexes: readonly IndexDescription[] = []) => indexes.map((index): [string, SecondaryIndex] => [
      index.IndexName, known.get(index.IndexName) ?? new SecondaryIndex(kind, index, description.AttributeDefinitions, this.schema),
    ]);
    this.indexes = new Map([
      ...indexesOf('Local', description.LocalSecondaryIndexes), ...indexesOf('Global', description.GlobalSecondaryIndexes),
    ]);
  }

  get(key: string): Item | undefined {
    const stored = this.items.get(key);
    return stored?.decode();
  }

  /** Puts the item, or without one deletes what is there; `before` and `after` are the decoded items, for the indexes. */
  write(key: string, stored: StoredItem | undefined, before?: Item, after?: Item): void {
    if (stored === undefined) this.items.delete(key);
    else this.items.set(key, stored);
    for (const index of this.indexes.values()) index.update(key, before, after);
    this.expiry?.update(key, before, after);
  }

  private expiryIndex({ timeToLiveAttribute: name }: TableDefinition): SecondaryIndex | undefined {
    if (name === undefined) return undefined;
    if (this.expiry?.schema.sort[0].name === name) return this.expiry;
    const description = { IndexName: name, KeySchema: [{ AttributeName: name, KeyType: 'RANGE' }], Projection: { ProjectionType: 'ALL' } } as const;
    return new SecondaryIndex('Global', description, [{ AttributeName: name, AttributeType: 'N' }], this.schema);
  }
}
