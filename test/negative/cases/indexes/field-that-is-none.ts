import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { indexes: [{ name: 'byTitel', sortBy: ['titel'] }] }),
  value: 'titel',
  message: "Test/Todos: todo.indexes.byTitel: 'titel' is not a field of the item itself; those are title",
} satisfies Mistake;
