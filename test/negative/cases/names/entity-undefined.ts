import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema(undefined as never, { title: Field.text() }),
  value: 'undefined',
  message: 'Test/Todos: entity name: must be a text, got undefined',
} satisfies Mistake;
