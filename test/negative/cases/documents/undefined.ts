import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', undefined),
  value: 'undefined',
  message: 'Test/Todos: todo: the document: must be a schema, which is an object, got undefined',
} satisfies Mistake;
