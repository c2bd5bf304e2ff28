import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { type: 'string', maxlength: 5 } } }),
  value: 'maxlength',
  message: 'Test/Todos: todo: /properties/title/maxlength: maxlength is no keyword of JSON Schema 2020-12; leave it out',
} satisfies Mistake;
