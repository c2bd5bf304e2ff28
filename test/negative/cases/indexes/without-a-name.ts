import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { due: Field.date() }, { indexes: [{ sortBy: ['due'] } as never] }),
  value: 'undefined',
  message: 'Test/Todos: todo.indexes[0]: name must be a text, got undefined',
} satisfies Mistake;
