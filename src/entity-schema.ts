import { Duration } from 'aws-cdk-lib';
import type { Field } from './field';
import { EntityModel, IndexModel, ObjectSchema } from './model';
import { objectSchema } from './private/object-schema';

/** Who chooses the `id` of an item. */
export enum ItemId {
  /** The server: UUIDv7 (RFC 9562), so that ids sort by creation. */
  GENERATED = 'generated',
  /** The client: 1 to 128 of the characters `A-Z a-z 0-9 . _ ~ -`. */
  CLIENT_CHOSEN = 'clientChosen',
}

/**
 * A second order of the items, and a way to find them, by their own fields.
 *
 * An item that lacks one of the fields is not in the index, so a list uses an index unasked only if that cannot hide items.
 */
export interface IndexOptions {
  /** 3 to 255 letters, digits, `_`, `.` and `-`. */
  readonly name: string;
  /**
   * Fields that a query fixes by equality.
   * @default - the scope that the items live in
   */
  readonly partitionBy?: string[];
  /**
   * Fields that the items are sorted by, from the left; the id comes last by itself.
   * @default - by id alone
   */
  readonly sortBy?: string[];
}

/** Options of an entity. */
export interface EntitySchemaOptions {
  /**
   * The name of a collection of it, which is its path.
   * @default - the entity's name and an `s`
   */
  readonly plural?: string;
  /**
   * Who chooses an item's id.
   * @default ItemId.GENERATED
   */
  readonly itemId?: ItemId;
  /**
   * Indexes, at most 20; each adds the cost of a write to the writes that touch it.
   * @default - none
   */
  readonly indexes?: IndexOptions[];
  /**
   * How long a deleted item can be restored before it is gone.
   * @default - a delete is final
   */
  readonly softDelete?: Duration;
  /**
   * Clients may set `expiresAt`, a dateTime: an item past it is absent, and removed later.
   * @default false
   */
  readonly expiry?: boolean;
}

/**
 * One kind of item: its fields and what they are held to.
 *
 * Besides its own fields each item has `id`, `createdAt`, `updatedAt` and `version`, which the server sets.
 * Mistakes in a schema are reported by the construct that uses it, all at once and with its path.
 *
 * @example
 * new EntitySchema('todo', {
 *   title: Field.text({ required: true, maxLength: 200 }),
 *   completed: Field.flag({ defaultValue: false }),
 * })
 */
export class EntitySchema {
  /** In the singular: `todo`. */
  public readonly name: string;
  /** The name of a collection: `todos`. */
  public readonly plural: string;

  /** @internal */
  public readonly _schema: ObjectSchema;
  /** @internal */
  public readonly _entity: EntityModel;
  /** @internal */
  public readonly _indexes: IndexModel[];

  /**
   * @param name in the singular; letters, digits and `-`, beginning with a letter
   * @param fields by name; a name is letters, digits, `_` and `-`, beginning with a letter
   */
  constructor(name: string, fields: { [name: string]: Field }, options: EntitySchemaOptions = {}) {
    this.name = name;
    this.plural = options.plural ?? `${name}s`;
    this._schema = objectSchema(fields);
    this._entity = {
      name,
      plural: this.plural,
      itemId: options.itemId ?? ItemId.GENERATED,
      expiry: options.expiry ?? false,
      ...(options.softDelete ? { softDeleteSeconds: options.softDelete.toSeconds() } : {}),
    };
    this._indexes = (options.indexes ?? []).map(({ name: indexName, partitionBy = [], sortBy = [] }) => ({ name: indexName, partitionBy, sortBy }));
  }
}
