import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { size: { type: 'integer', maximum: '5' } } }),
  value: '5',
  message: 'Test/Todos: todo: /properties/size/maximum: maximum must be a finite number, got "5"',
} satisfies Mistake;
