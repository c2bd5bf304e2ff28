import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { '1st': Field.text() },
  value: '1st',
  message: "Test/Todos: todo.1st: a field's name must be letters, digits, '_' and '-', beginning with a letter, got '1st'",
} satisfies Mistake;
