import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { due: { type: 'string', format: 'date-time', enum: ['2024-01-01T00:00:00Z'] } } }),
  value: '2024-01-01T00:00:00Z',
  message: "Test/Todos: todo.due: the value '2024-01-01T00:00:00Z' is answered as '2024-01-01T00:00:00.000Z'; write it so",
} satisfies Mistake;
