import { z } from 'zod';
import { EntitySchema } from '../../src';
import { entityFromZod, InputOf, ItemOf } from '../../src/zod';

/** Whether two types are the same, to the compiler: `npm run typecheck` holds these assertions, jest only runs past them. */
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
function assertType<_Assertion extends true>(): void {}

const Todo = z.object({
  title: z.string(),
  completed: z.boolean().default(false),
  priority: z.int().nullish(),
  tags: z.array(z.string()).optional(),
});

const todo = entityFromZod('todo', Todo);
type Input = InputOf<typeof todo>;
type Item = ItemOf<typeof todo>;

test('an entity carries the types of its zod schema', () => {
  assertType<Equal<Input, z.input<typeof Todo>>>();
  assertType<Equal<Input['completed'], boolean | undefined>>();
  assertType<Equal<Item['completed'], boolean>>();
  assertType<Equal<Item['priority'], number | null | undefined>>();
  assertType<Equal<Item['id'], string>>();
  assertType<Equal<Item['version'], number>>();
  assertType<Equal<InputOf<EntitySchema>, unknown>>();

  const input: Input = { title: 'a' };
  // @ts-expect-error a number is no title
  const wrong: Input = { title: 5 };
  // @ts-expect-error the schema has no such field
  const unknown: Input = { title: 'a', done: true };
  expect([input, wrong, unknown]).toHaveLength(3);
});

test('it is an entity like any other', () => {
  const schema: EntitySchema = entityFromZod('todo', Todo, { plural: 'todo-list' });
  expect([schema.name, schema.plural]).toEqual(['todo', 'todo-list']);
});

test('what is no zod schema is no argument', () => {
  // @ts-expect-error a JSON Schema is read with EntitySchema.fromJsonSchema
  const entity = entityFromZod('todo', { type: 'object' });
  expect(entity._mistakes).toHaveLength(1);
});
