import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { due: { type: 'string', format: 'decimal', const: '1.50' } } }),
  value: '1.50',
  message: "Test/Todos: todo.due: the value '1.50' is answered as '1.5'; write it so",
} satisfies Mistake;
