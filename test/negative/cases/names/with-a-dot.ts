import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { 'address.city': Field.text() },
  value: 'address.city',
  message: "Test/Todos: todo.address.city: a field's name must be letters, digits, '_' and '-', beginning with a letter, got 'address.city'",
} satisfies Mistake;
