import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text({ minLength: 1, maxLength: 2000 }) }, { indexes: [{ name: 'byTitle', sortBy: ['title'] }] }),
  value: 'title',
  message: "Test/Todos: todo.indexes.byTitle: 'title' may be longer than a key (1024 bytes); give it a maxLength of at most 256 for any script, 1024 for ASCII",
} satisfies Mistake;
