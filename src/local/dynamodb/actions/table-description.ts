import { IndexDescription, SecondaryIndex } from '../storage/secondary-index';
import { Table } from '../storage/table';
import { itemSize } from '../values/item-size';

/** As DescribeTable answers. Counts and sizes are exact, where DynamoDB's are some hours old. */
export function describe(table: Table): object {
  const { LocalSecondaryIndexes: local, GlobalSecondaryIndexes: global, ...description } = table.definition.description;
  return {
    ...description,
    ItemCount: table.items.size,
    TableSizeBytes: sizeOfItems(table),
    ...(local && { LocalSecondaryIndexes: local.map((index) => describeIndex(index, table, {})) }),
    ...(global && { GlobalSecondaryIndexes: global.map((index) => describeIndex(index, table, { IndexStatus: 'ACTIVE' })) }),
  };
}

function sizeOfItems({ items }: Table): number {
  let size = 0;
  items.forEach((stored) => { size += stored.size; });
  return size;
}

/** An index is made when it is first read: to count its items would be to read it, so that waits until somebody looks. */
function describeIndex(description: IndexDescription, table: Table, status: object): object {
  const index = table.indexes.get(description.IndexName)!;
  return {
    ...description,
    ...status,
    IndexArn: `${table.definition.description.TableArn}/index/${description.IndexName}`,
    get ItemCount() { return index.entriesOf(table.items).size; },
    get IndexSizeBytes() { return sizeOf(index, table); },
  };
}

function sizeOf(index: SecondaryIndex, table: Table): number {
  let size = 0;
  index.entriesOf(table.items).forEach((key) => {
    const stored = table.items.get(key)!;
    size += index.projected === undefined ? stored.size : itemSize(index.project(stored.decode()));
  });
  return size;
}
