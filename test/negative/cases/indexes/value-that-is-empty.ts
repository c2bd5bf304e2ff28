import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { state: Field.oneOf(['', 'done']) }, { indexes: [{ name: 'byState', partitionBy: ['state'] }] }),
  value: "''",
  message: "Test/Todos: todo.indexes.byState: 'state' may be '', and a key takes 1 to 1024 bytes; use other values",
} satisfies Mistake;
