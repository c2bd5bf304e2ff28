import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object' }),
  message: 'Test/Todos: todo: has no fields; give it at least one, such as { title: Field.text() }',
} satisfies Mistake;
