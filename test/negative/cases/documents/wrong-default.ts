import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { done: { type: 'boolean', default: 'no' } } }),
  value: 'no',
  message: 'Test/Todos: todo.done: defaultValue "no" does not fit the field: must be a boolean, not a string',
} satisfies Mistake;
