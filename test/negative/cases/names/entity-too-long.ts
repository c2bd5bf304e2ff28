import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('t'.repeat(65), { title: Field.text() }),
  value: 'ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt',
  message: "Test/Todos: entity name: must be 1 to 64 letters, digits and '-', beginning with a letter, got 'ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt'",
} satisfies Mistake;
