import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

const DAY = Field.date();

export default {
  schema: new EntitySchema('todo', { a: DAY, b: DAY, c: DAY, d: DAY }, { indexes: [{ name: 'byAll', sortBy: ['a', 'b', 'c', 'd'] }] }),
  value: '4',
  message: 'Test/Todos: todo.indexes.byAll: sortBy must name at most 3 fields (the id is the last), got 4',
} satisfies Mistake;
