import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema(7 as never, { title: Field.text() }),
  value: '7',
  message: 'Test/Todos: entity name: must be a text, got 7',
} satisfies Mistake;
