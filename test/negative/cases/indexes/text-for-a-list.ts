import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: [{ name: 'byDue', sortBy: 'due' as never }] }),
  value: "'due'",
  message: "Test/Todos: todo.indexes[0]: sortBy must be a list of texts, got 'due'",
} satisfies Mistake;
