import type { EntitySchema } from '../entity-schema';

/** What the server adds to each item. */
export interface ServerFields {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

/** An item as it is returned. */
export type WithServerFields<Fields> = Fields & ServerFields;

/** An entity that knows the types of its items. They exist for the compiler alone. */
export interface TypedEntitySchema<Input, Item> extends EntitySchema {
  readonly '~types'?: { readonly input: Input; readonly item: Item };
}

/** What a client sends to create an item; unknown where the entity has no types. */
export type InputOf<Entity> = Entity extends TypedEntitySchema<infer Input, unknown> ? Input : never;

/** What a client gets back; unknown where the entity has no types. */
export type ItemOf<Entity> = Entity extends TypedEntitySchema<unknown, infer Item> ? Item : never;
