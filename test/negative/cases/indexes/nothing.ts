import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { indexes: [{ name: 'byNothing' }] }),
  value: 'byNothing',
  message: 'Test/Todos: todo.indexes.byNothing: names no field; give it sortBy or partitionBy',
} satisfies Mistake;
