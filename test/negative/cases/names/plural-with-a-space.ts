import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('person', { name: Field.text() }, { plural: 'many people' }),
  value: 'many people',
  message: "Test/Todos: person.plural: must be 1 to 64 letters, digits and '-', beginning with a letter, got 'many people'",
} satisfies Mistake;
