import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { 'type': 'integer', 'x-self-link': true } } }),
  value: 'integer',
  message: 'Test/Todos: todo.title: x-self-link is a text, got the type integer; make it a string',
} satisfies Mistake;
