import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'array', items: { type: 'string' } }),
  value: 'array',
  message: 'Test/Todos: todo: /type: an entity is an object; type must be \'object\', got "array"',
} satisfies Mistake;
