import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { due: { type: 'string', format: 'decimal', pattern: '^\\d+\\.\\d{2}$' } } }),
  value: 'pattern',
  message: "Test/Todos: todo.due: pattern is a rule on a text, but a decimal is a number, answered in its shortest form ('1.5' for '1.50'); drop pattern or the format",
} satisfies Mistake;
