import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

const indexes = Array.from({ length: 21 }, (_, position) => ({ name: `index${position}`, sortBy: ['due'] }));

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: indexes }),
  value: '21',
  message: 'Test/Todos: todo.indexes: a table has at most 20, got 21',
} satisfies Mistake;
