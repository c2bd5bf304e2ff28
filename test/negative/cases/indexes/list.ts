import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { tags: Field.listOf(Field.text()) }, { indexes: [{ name: 'byTag', sortBy: ['tags'] }] }),
  value: 'tags',
  message: "Test/Todos: todo.indexes.byTag: 'tags' is a list, which no index takes; use a text, number, date or oneOf field",
} satisfies Mistake;
