import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { address: Field.nested({ city: Field.text() }) }, { indexes: [{ name: 'byCity', sortBy: ['address.city'] }] }),
  value: 'address.city',
  message: "Test/Todos: todo.indexes.byCity: 'address.city' is not a field of the item itself; those are address",
} satisfies Mistake;
