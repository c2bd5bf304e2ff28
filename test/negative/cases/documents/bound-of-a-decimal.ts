import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { 'type': 'string', 'x-minimum': '5' } } }),
  value: 'x-minimum',
  message: "Test/Todos: todo.title: x-minimum is for the format 'decimal' alone; use minimum",
} satisfies Mistake;
