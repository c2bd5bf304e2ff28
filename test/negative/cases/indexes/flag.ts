import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { done: Field.flag() }, { indexes: [{ name: 'byDone', sortBy: ['done'] }] }),
  value: 'done',
  message: "Test/Todos: todo.indexes.byDone: 'done' is a flag, which no index takes; use Field.oneOf(['open', 'done']) or the like",
} satisfies Mistake;
