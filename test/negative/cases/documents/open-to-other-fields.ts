import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { title: { type: 'string' } }, additionalProperties: true }),
  message: "Test/Todos: todo: /additionalProperties: an entity's fields are those that it declares; set it to false, and give free members a field of their own",
} satisfies Mistake;
