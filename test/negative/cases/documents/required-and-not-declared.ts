import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { type: 'string' } }, required: ['titel'] }),
  value: 'titel',
  message: "Test/Todos: todo: /required: requires 'titel', which is not declared; declare it under properties",
} satisfies Mistake;
