import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date(), start: Field.date() }, { indexes: [{ name: 'byDay', sortBy: ['due'] }, { name: 'byDay', sortBy: ['start'] }] }),
  value: 'byDay',
  message: "Test/Todos: todo.indexes: 'byDay' is declared twice; names are unique",
} satisfies Mistake;
