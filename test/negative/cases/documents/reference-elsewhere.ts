import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { user: { $ref: 'https://example.com/user.json' } } }),
  value: 'https://example.com/user.json',
  message: 'Test/Todos: todo: /properties/user/$ref: $ref must begin with \'#\', got "https://example.com/user.json"; put what it refers to under $defs',
} satisfies Mistake;
