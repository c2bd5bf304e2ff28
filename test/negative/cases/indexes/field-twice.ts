import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: [{ name: 'byDue', partitionBy: ['due'], sortBy: ['due'] }] }),
  value: 'due',
  message: "Test/Todos: todo.indexes.byDue: names 'due' twice; name each field once",
} satisfies Mistake;
