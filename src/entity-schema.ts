import type { Field } from './field';
import { EntityModel, ObjectSchema } from './model';
import { objectSchema } from './private/object-schema';

/** Who chooses the `id` of an item. */
export enum ItemId {
  /** The server: UUIDv7 (RFC 9562), so that ids sort by creation. */
  GENERATED = 'generated',
  /** The client: 1 to 128 of the characters `A-Z a-z 0-9 . _ ~ -`. */
  CLIENT_CHOSEN = 'clientChosen',
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

  /**
   * @param name in the singular; letters, digits and `-`, beginning with a letter
   * @param fields by name; a name is letters, digits, `_` and `-`, beginning with a letter
   */
  constructor(name: string, fields: { [name: string]: Field }, options: EntitySchemaOptions = {}) {
    this.name = name;
    this.plural = options.plural ?? `${name}s`;
    this._schema = objectSchema(fields);
    this._entity = { name, plural: this.plural, itemId: options.itemId ?? ItemId.GENERATED, expiry: false };
  }
}
