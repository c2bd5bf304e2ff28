import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { due: { type: 'string', format: 'date-time', maxLength: 20 } } }),
  value: '2024-01-31T12:30:45.000Z',
  message: "Test/Todos: todo.due: minLength and maxLength refuse '2024-01-31T12:30:45.000Z', which is the form of a date-time in answers; drop them",
} satisfies Mistake;
