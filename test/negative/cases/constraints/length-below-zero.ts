import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({ zip: Field.text({ minLength: -1 }) }) },
  value: '-1',
  message: 'Test/Todos: todo.address.zip: minLength must be a whole number of at least 0, got -1',
} satisfies Mistake;
