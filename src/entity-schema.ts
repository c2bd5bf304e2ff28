import { Duration } from 'aws-cdk-lib';
import type { Field } from './field';
import { EntityModel, fromJsonSchema, IndexModel, ObjectSchema } from './model';
import { DURATION } from './private/options/cdk-kinds';
import { FLAG, member, required, TEXT, TEXTS } from './private/options/kind';
import { readFields } from './private/options/read-fields';
import { readOptions, Shape } from './private/options/read-options';
import { shown } from './private/options/shown';

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

const INDEX: Shape<IndexOptions> = { name: required(TEXT), partitionBy: TEXTS, sortBy: TEXTS };

const OPTIONS: Shape<EntitySchemaOptions> = {
  plural: TEXT,
  itemId: member('ItemId', ItemId),
  indexes: { wanted: "a list such as [{ name: 'byTitle', sortBy: ['title'] }]", takes: Array.isArray },
  softDelete: DURATION,
  expiry: FLAG,
};

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
  /**
   * The entity that a JSON Schema 2020-12 document describes. Each keyword is honoured or refused by name, none is ignored.
   *
   * Beyond JSON Schema: `format: decimal` is an exact decimal, and `x-filterable`, `x-immutable`, `x-unique` (`scope`) are a field's options.
   *
   * @param document an object with `type: object` and `properties`
   */
  public static fromJsonSchema(name: string, document: any, options?: EntitySchemaOptions): EntitySchema {
    const entity = new EntitySchema(name, {}, options);
    const intake = fromJsonSchema(document);
    if ('schema' in intake) entity._schema = intake.schema;
    else entity._mistakes.push(...intake.issues.map(({ pointer, detail }) => `${name}: ${pointer || 'the document'}: ${detail}`));
    return entity;
  }

  /** In the singular: `todo`. */
  public readonly name: string;
  /** The name of a collection: `todos`. */
  public readonly plural: string;

  /** @internal */
  public _schema: ObjectSchema;
  /** @internal */
  public readonly _entity: EntityModel;
  /** @internal */
  public readonly _indexes: IndexModel[];
  /** @internal */
  public readonly _mistakes: string[];

  /**
   * @param name in the singular; letters, digits and `-`, beginning with a letter
   * @param fields by name; a name is letters, digits, `_` and `-`, beginning with a letter
   */
  constructor(name: string, fields: { [name: string]: Field }, options?: EntitySchemaOptions) {
    const members = readFields(fields);
    const read = readOptions(options, OPTIONS);
    const { plural = `${name}s`, itemId = ItemId.GENERATED, indexes = [], softDelete, expiry = false } = read.options;
    const readIndexes = indexes.map((index) => readOptions(index, INDEX));
    this.name = name;
    this.plural = plural;
    this._schema = members.schema;
    this._entity = { name, plural, itemId, expiry, ...(softDelete ? { softDeleteSeconds: softDelete.toSeconds({ integral: false }) } : {}) };
    this._indexes = readIndexes.map(({ options: { name: indexName, partitionBy = [], sortBy = [] } }) => ({ name: indexName, partitionBy, sortBy }));
    this._mistakes = !TEXT.takes(name) ? [`entity name: must be ${TEXT.wanted}, got ${shown(name)}`] : [
      ...members.mistakes.map((mistake) => name + mistake),
      ...read.mistakes.map((mistake) => `${name}: ${mistake}`),
      ...readIndexes.flatMap(({ mistakes }, position) => mistakes.map((mistake) => `${name}.indexes[${position}]: ${mistake}`)),
    ];
  }
}
