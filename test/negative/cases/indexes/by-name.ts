import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: { byDue: ['due'] } as never }),
  value: 'byDue',
  message: "Test/Todos: todo: indexes must be a list such as [{ name: 'byTitle', sortBy: ['title'] }], got { byDue: […] }",
} satisfies Mistake;
