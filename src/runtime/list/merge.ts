import { Position, positionOf } from './cursor';
import { compareValues } from './filter';
import { AttributeMap } from '../store/call';

/** How far one partition has been read. */
interface Lane {
  /** Read and not yet taken. */
  readonly items: AttributeMap[];
  /** Everything up to here was read; undefined before the first page. */
  readonly at?: Position;
  readonly done: boolean;
}

/** What a call brought of a partition. */
export interface LanePage {
  readonly items: readonly AttributeMap[];
  readonly lastKey?: AttributeMap;
}

/** Puts the pages of several partitions into one order, and knows from where to read on. */
export class Merge {
  private lanes: Lane[];

  constructor(lanes: number, private readonly sort: readonly string[], private readonly descending: boolean, after?: Position) {
    this.lanes = Array.from({ length: lanes }, () => ({ items: [], at: after, done: false }));
  }

  /** The partitions that must be read before more can be taken, and from where. */
  public get wanting(): { readonly lane: number; readonly after?: Position }[] {
    return this.lanes.flatMap(({ items, at, done }, lane) => (items.length === 0 && !done ? [{ lane, after: at }] : []));
  }

  public add(lane: number, { items, lastKey }: LanePage): void {
    this.lanes[lane] = { items: [...items], at: lastKey && positionOf(lastKey, this.sort), done: lastKey === undefined };
  }

  /** The next items in order, as far as what was read decides it, and as long as there is room for them. */
  public take(count: number, hasRoomFor: (item: AttributeMap) => boolean): AttributeMap[] {
    const taken: AttributeMap[] = [];
    while (taken.length < count) {
      const heads = this.lanes.filter(({ items }) => items.length > 0);
      if (heads.length === 0) break;
      const first = heads.reduce((a, b) => (this.compare(this.head(a), this.head(b)) <= 0 ? a : b));
      const undecided = this.lanes.some(({ items, at, done }) => items.length === 0 && !done && (!at || this.compare(at, this.head(first)) < 0));
      if (undecided || !hasRoomFor(first.items[0])) break;
      taken.push(first.items.shift()!);
    }
    return taken;
  }

  /** The place up to which nothing is left to read; undefined at the end of all. */
  public next(last: AttributeMap | undefined, full: boolean): Position | undefined {
    if (this.lanes.every(({ items, done }) => done && items.length === 0)) return undefined;
    if (full) return positionOf(last!, this.sort);
    const places = this.lanes.filter(({ items, done }) => items.length === 0 && !done).map(({ at }) => at!);
    return places.reduce((a, b) => (this.compare(a, b) <= 0 ? a : b));
  }

  private head({ items }: Lane): Position {
    return positionOf(items[0], this.sort);
  }

  private compare(a: Position, b: Position): number {
    const at = a.findIndex((value, position) => compareValues(value, b[position]) !== 0);
    const order = at < 0 ? 0 : compareValues(a[at], b[at]);
    return this.descending ? -order : order;
  }
}
