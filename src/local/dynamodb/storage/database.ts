import { resourceNotFound } from '../service-error';
import { ChangeFeed } from './change-feed';
import { ClientToken, ClientTokens } from './client-tokens';
import { StoredItem } from './stored-item';
import { Table, TableDefinition } from './table';
import { Item } from '../values/attribute-value';

/** One step of a batch, as data: what the log holds and a restart replays. */
export type Mutation =
  | { readonly kind: 'put'; readonly table: string; readonly key: string; readonly stored: StoredItem }
  | { readonly kind: 'delete'; readonly table: string; readonly key: string }
  | { readonly kind: 'define'; readonly definition: TableDefinition }
  | { readonly kind: 'drop'; readonly table: string }
  | { readonly kind: 'token'; readonly token: ClientToken };

/** Where batches go before they are visible. An append either writes the whole batch or throws and leaves nothing of it. */
export interface Journal {
  append(batch: readonly Mutation[]): void;
  /** Resolves when every batch so far is as safe as was asked for. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** An item put (`after`) or deleted (no `after`) over what was there (`before`); nothing at all if they are the same. */
export interface ItemChange {
  readonly table: Table;
  readonly key: string;
  readonly before?: Item;
  readonly after?: Item;
  /** Who deleted it, if not a request: time to live. */
  readonly byTimeToLive?: boolean;
}

/** What a part of a snapshot holds at most, so that writing it is a matter of milliseconds. */
const PART = { items: 200, bytes: 512 * 1024 } as const;

/** Every table. Reads and writes are synchronous, so each sees and leaves a whole state, and nothing has to be locked. */
export class Database {
  readonly tables = new Map<string, Table>();
  readonly changes = new ChangeFeed();
  readonly tokens = new ClientTokens();
  /** Set once what it holds has been replayed. */
  journal?: Journal;

  /** @throws ResourceNotFoundException */
  table(name: string): Table {
    const table = this.tables.get(name);
    if (table === undefined) throw resourceNotFound(`Requested resource not found: Table: ${name} not found`);
    return table;
  }

  /** All of the changes or, if they cannot be recorded, none of them; with the token that makes them idempotent. */
  commit(changes: readonly ItemChange[], token?: ClientToken): void {
    const effective = changes.filter(({ before, after }) => before !== after);
    const stored = effective.map(({ after }) => after && StoredItem.of(after));
    const batch = effective.map(({ table, key }, index) => itemMutation(table.name, key, stored[index]));
    if (token) batch.push({ kind: 'token', token });
    if (batch.length === 0) return;
    this.journal?.append(batch);
    effective.forEach(({ table, key, before, after }, index) => table.write(key, stored[index], before, after));
    if (token) this.tokens.set(token);
    this.changes.publish(effective);
  }

  define(definition: TableDefinition): Table {
    return this.record({ kind: 'define', definition })!;
  }

  drop(table: Table): void {
    this.record({ kind: 'drop', table: table.name });
  }

  settled(): Promise<void> | undefined {
    return this.journal?.settled();
  }

  async close(): Promise<void> {
    await this.journal?.close();
  }

  /**
   * Parts that make an empty database equal to this one. There may be writes between them: an item is then as it was at some moment since the
   * first part, so what is recorded from then on has to be applied after the last one.
   */
  * snapshot(): IterableIterator<Mutation[]> {
    const tables = [...this.tables.values()];
    yield tables.map(({ definition }): Mutation => ({ kind: 'define', definition }));
    yield this.tokens.all().map((token): Mutation => ({ kind: 'token', token }));
    for (const { name, items } of tables) {
      let part: Mutation[] = [];
      let bytes = 0;
      for (const [key, stored] of items.snapshot()) {
        part.push({ kind: 'put', table: name, key, stored });
        bytes += stored.size;
        if (part.length < PART.items && bytes < PART.bytes) continue;
        yield part;
        [part, bytes] = [[], 0];
      }
      yield part;
    }
  }

  /** Applies what is already recorded, before anything is read. */
  replay(mutation: Mutation): void {
    this.apply(mutation);
  }

  private record(mutation: Mutation): Table | undefined {
    this.journal?.append([mutation]);
    return this.apply(mutation);
  }

  private apply(mutation: Mutation): Table | undefined {
    switch (mutation.kind) {
      case 'put':
        this.table(mutation.table).items.set(mutation.key, mutation.stored);
        return undefined;
      case 'delete':
        this.table(mutation.table).items.delete(mutation.key);
        return undefined;
      case 'token':
        this.tokens.set(mutation.token);
        return undefined;
      case 'drop':
        this.tables.delete(mutation.table);
        return undefined;
      case 'define': {
        const { definition } = mutation;
        const name = definition.description.TableName;
        const table = this.tables.get(name) ?? new Table(definition);
        table.definition = definition;
        this.tables.set(name, table);
        return table;
      }
    }
  }
}

function itemMutation(table: string, key: string, stored: StoredItem | undefined): Mutation {
  return stored === undefined ? { kind: 'delete', table, key } : { kind: 'put', table, key, stored };
}
