import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { type: 'string', not: { const: '' } } } }),
  value: 'not',
  message: 'Test/Todos: todo: /properties/title/not: not is not supported; say what is allowed, with enum, pattern or bounds',
} satisfies Mistake;
