import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { indexes: [{ name: 'byId', sortBy: ['id'] }] }),
  value: 'id',
  message: "Test/Todos: todo.indexes.byId: 'id' is the last sort attribute of every index by itself; leave it out",
} satisfies Mistake;
