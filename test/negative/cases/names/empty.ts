import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { '': Field.text() },
  value: "''",
  message: "Test/Todos: todo.: a field's name must be letters, digits, '_' and '-', beginning with a letter, got ''",
} satisfies Mistake;
