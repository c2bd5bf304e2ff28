import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { pin: Field.integer({ writeOnly: true }) }, { indexes: [{ name: 'byPin', sortBy: ['pin'] }] }),
  value: 'pin',
  message: "Test/Todos: todo.indexes.byPin: 'pin' is writeOnly, and an index would reveal it; leave it out",
} satisfies Mistake;
