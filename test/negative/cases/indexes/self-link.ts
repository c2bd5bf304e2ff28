import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { self: Field.selfLink() }, { indexes: [{ name: 'bySelf', sortBy: ['self'] }] }),
  value: 'self',
  message: "Test/Todos: todo.indexes.bySelf: 'self' is computed and not stored, so no index takes it",
} satisfies Mistake;
