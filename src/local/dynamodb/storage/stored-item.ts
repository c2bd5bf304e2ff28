import { membersOf } from './stored-members';
import { Item } from '../values/attribute-value';
import { itemSize } from '../values/item-size';

/**
 * An item at rest: its JSON, which is smaller than objects and what the log holds, with its size in DynamoDB's terms. Items that a start finds
 * in the log stay there, as a part of its bytes, until they are read: most of them never are.
 */
export class StoredItem {
  static of(item: Item): StoredItem {
    return new StoredItem(itemSize(item), JSON.stringify(item), 0, 0);
  }

  static within(bytes: Buffer, start: number, end: number, size: number): StoredItem {
    return new StoredItem(size, bytes, start, end);
  }

  private constructor(
    readonly size: number, private readonly source: string | Buffer, private readonly start: number, private readonly end: number,
  ) {}

  get json(): string {
    return typeof this.source === 'string' ? this.source : this.source.toString('utf8', this.start, this.end);
  }

  decode(): Item {
    return JSON.parse(this.json) as Item;
  }

  /** Only these attributes, as far as the item has them; in a fraction of the time. */
  pick(names: ReadonlySet<string>): Item {
    return membersOf(this.json, names);
  }
}
