/** How far a unique value reaches. */
export enum UniqueWithin {
  /** The item's own scope: one owner's values say nothing about another's. */
  SCOPE = 'scope',
  /** All items of the entity. A refused value tells a caller that someone has it. */
  ENTITY = 'global',
}

/** What every field can be told. */
export interface FieldOptions {
  /**
   * What the field means, for people who read the API's reference.
   * @default - no description
   */
  readonly description?: string;
  /**
   * Every item has this field.
   * @default false
   */
  readonly required?: boolean;
  /**
   * `null` is a value of its own in a create and a replace; otherwise it counts as absence there. In a patch it removes the field (RFC 7396), except
   * one that is both nullable and required, which becomes null.
   * @default false
   */
  readonly nullable?: boolean;
  /**
   * Clients cannot write the field: what they send for it is ignored.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * The field is never returned. A replace that leaves it out keeps it, but must name it if it is `required`, as its schema says.
   * @default false
   */
  readonly writeOnly?: boolean;
  /**
   * The field is set by the create and stays: a request that would change it is refused.
   * @default false
   */
  readonly immutable?: boolean;
  /**
   * No two items have the same value. Costs a marker row and a transaction for each write that touches the field.
   * @default false
   */
  readonly unique?: boolean;
  /**
   * How far a `unique` value reaches.
   * @default UniqueWithin.SCOPE
   */
  readonly uniqueWithin?: UniqueWithin;
  /**
   * Lists may be filtered by the field although no index serves it: the filter runs after the read, which costs what is read.
   * @default false
   */
  readonly filterable?: boolean;
  /**
   * The value of the field in a created item that does not say it.
   * @default - the field is absent
   */
  readonly defaultValue?: any;
}

/** Options of a text. */
export interface TextOptions extends FieldOptions {
  /**
   * In code points.
   * @default 0
   */
  readonly minLength?: number;
  /**
   * In code points.
   * @default - bounded by the size of an item, 400 KB
   */
  readonly maxLength?: number;
  /**
   * A regular expression (ECMA-262, flag `u`) that matches somewhere in the text: use `^` and `$` for the whole.
   * Expressions whose time can explode are refused.
   * @default - any text
   */
  readonly pattern?: string;
}

/** Options of an integer or a number. */
export interface NumericOptions extends FieldOptions {
  /**
   * The least value.
   * @default - no bound
   */
  readonly minimum?: number;
  /**
   * The greatest value.
   * @default - no bound
   */
  readonly maximum?: number;
  /**
   * The value is greater than this.
   * @default - no bound
   */
  readonly exclusiveMinimum?: number;
  /**
   * The value is less than this.
   * @default - no bound
   */
  readonly exclusiveMaximum?: number;
  /**
   * The value is a whole multiple of this.
   * @default - any value
   */
  readonly multipleOf?: number;
}

/** Options of an exact decimal. */
export interface ExactDecimalOptions extends FieldOptions {
  /**
   * The least value, as a decimal text.
   * @default - no bound
   */
  readonly minimum?: string;
  /**
   * The greatest value, as a decimal text.
   * @default - no bound
   */
  readonly maximum?: string;
}

/** Options of a list. */
export interface ListOptions extends FieldOptions {
  /**
   * The least number of elements.
   * @default 0
   */
  readonly minItems?: number;
  /**
   * The greatest number of elements.
   * @default - bounded by the size of an item, 400 KB
   */
  readonly maxItems?: number;
  /**
   * No two elements are equal.
   * @default false
   */
  readonly uniqueItems?: boolean;
}

/** Options of a map. */
export interface MapOptions extends FieldOptions {
  /**
   * The least number of members.
   * @default 0
   */
  readonly minProperties?: number;
  /**
   * The greatest number of members.
   * @default - bounded by the size of an item, 400 KB
   */
  readonly maxProperties?: number;
}

/** Options of a reference. */
export interface ReferenceOptions extends FieldOptions {}
