import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { due: { type: 'string', format: 'date-time', pattern: '^[-T:0-9]+Z$' } } }),
  value: '^[-T:0-9]+Z$',
  message: "Test/Todos: todo.due: pattern '^[-T:0-9]+Z$' refuses '2024-01-31T12:30:45.000Z', which is the form of a date-time in answers; drop it, or let it take milliseconds and Z",
} satisfies Mistake;
