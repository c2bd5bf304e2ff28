import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { photo: Field.binary() }, { indexes: [{ name: 'byPhoto', sortBy: ['photo'] }] }),
  value: 'photo',
  message: "Test/Todos: todo.indexes.byPhoto: 'photo' is binary, which no index takes; use a text, number, date or oneOf field",
} satisfies Mistake;
