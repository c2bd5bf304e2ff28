import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: [{ name: 'byDue', sortby: ['due'] } as never] }),
  value: 'sortby',
  message: "Test/Todos: todo.indexes[0]: 'sortby' is not an option; did you mean sortBy?",
} satisfies Mistake;
