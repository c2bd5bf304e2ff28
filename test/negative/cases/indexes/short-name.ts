import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: [{ name: 'by', sortBy: ['due'] }] }),
  value: 'by',
  message: "Test/Todos: todo.indexes.by: name must be 3 to 255 letters, digits and '_.-', got 'by'",
} satisfies Mistake;
