import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('my todo', { title: Field.text() }),
  value: 'my todo',
  message: "Test/Todos: entity name: must be 1 to 64 letters, digits and '-', beginning with a letter, got 'my todo'",
} satisfies Mistake;
