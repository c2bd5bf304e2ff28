import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { indexes: [{ name: 'byConstructor', sortBy: ['constructor'] }] }),
  value: 'constructor',
  message: "Test/Todos: todo.indexes.byConstructor: 'constructor' is not a field of the item itself; those are title",
} satisfies Mistake;
