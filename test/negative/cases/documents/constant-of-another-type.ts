import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { type: 'string', const: 1 } } }),
  value: '1',
  message: 'Test/Todos: todo.title: the value 1 has not the type string, so it never fits; leave it out',
} satisfies Mistake;
