import { AttributeDefinition, encodeKey, hasValidKey, keyNames, KeySchema, KeySchemaElement, parseKeySchema } from './key-schema';
import { OrderedMap } from './ordered-map';
import { StoredItem } from './stored-item';
import { Item, pick } from '../values/attribute-value';

export type IndexKind = 'Global' | 'Local';

export interface IndexDescription {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: { readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; readonly NonKeyAttributes?: readonly string[] };
}

/**
 * A view of a table's items in another order. Nothing of it is stored: its entries are keys of the table's items, made from them when the index
 * is first read and kept up with from then on. So an index equals its table whatever happened before, and a new one needs no backfill.
 */
export class SecondaryIndex {
  readonly name: string;
  readonly schema: KeySchema;
  /** Every attribute that the index holds, or undefined for all of them. */
  readonly projected?: ReadonlySet<string>;
  private entries?: OrderedMap<string>;

  constructor(readonly kind: IndexKind, description: IndexDescription, definitions: readonly AttributeDefinition[], tableSchema: KeySchema) {
    const { ProjectionType, NonKeyAttributes = [] } = description.Projection;
    this.name = description.IndexName;
    this.schema = parseKeySchema(description.KeySchema, definitions);
    if (ProjectionType !== 'ALL') this.projected = new Set([...keyNames(this.schema), ...keyNames(tableSchema), ...NonKeyAttributes]);
  }

  /** Of each item that has the index's key: where it is in the index, and its key in the table. */
  entriesOf(items: OrderedMap<StoredItem>): OrderedMap<string> {
    this.entries ??= this.build(items);
    return this.entries;
  }

  /** Where the item is in the index. Items of one index key are told apart by their key in the table. */
  keyOf(item: Item, tableKey: string): string | undefined {
    return hasValidKey(this.schema, item) ? encodeKey(this.schema, item) + tableKey : undefined;
  }

  /** What the index holds of the item. */
  project(item: Item): Item {
    return this.projected === undefined ? item : pick(item, this.projected);
  }

  update(tableKey: string, before: Item | undefined, after: Item | undefined): void {
    if (this.entries === undefined) return;
    const oldKey = before && this.keyOf(before, tableKey);
    const newKey = after && this.keyOf(after, tableKey);
    if (oldKey !== undefined && oldKey !== newKey) this.entries.delete(oldKey);
    if (newKey !== undefined) this.entries.set(newKey, tableKey);
  }

  private build(items: OrderedMap<StoredItem>): OrderedMap<string> {
    const names = new Set(keyNames(this.schema));
    const entries: Array<[string, string]> = [];
    items.forEach((stored, tableKey) => {
      const key = this.keyOf(stored.pick(names), tableKey);
      if (key !== undefined) entries.push([flat(key), tableKey]);
    });
    return OrderedMap.of(entries);
  }
}

/** V8 keeps a concatenation as its parts, and with a part of a text that whole text, until a character is asked for. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
