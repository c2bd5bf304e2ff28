export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M';

/** The types that a key may have. */
export type ScalarType = 'S' | 'N' | 'B';

/** A value as the wire has it: exactly one member is set. */
export interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly AttributeValue[];
  readonly M?: Item;
}

/** Attribute names are the user's: `__proto__` and `constructor` are among them. Read with {@link attributeOf}, build with {@link emptyItem}. */
export interface Item {
  readonly [name: string]: AttributeValue;
}

export type MutableItem = { [name: string]: AttributeValue };

export function typeOf(value: AttributeValue): AttributeType {
  return Object.keys(value)[0] as AttributeType;
}

export function attributeOf(item: Item | undefined, name: string): AttributeValue | undefined {
  return item !== undefined && Object.hasOwn(item, name) ? item[name] : undefined;
}

/** Without a prototype, so that any name can be assigned to. */
export function emptyItem(): MutableItem {
  return Object.create(null) as MutableItem;
}

/** The attributes of these names that the item has. */
export function pick(item: Item, names: Iterable<string>): Item {
  const picked = emptyItem();
  for (const name of names) {
    const value = attributeOf(item, name);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
