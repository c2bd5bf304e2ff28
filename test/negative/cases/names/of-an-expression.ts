import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { ':v': Field.text() },
  value: ':v',
  message: "Test/Todos: todo.:v: a field's name must be letters, digits, '_' and '-', beginning with a letter, got ':v'",
} satisfies Mistake;
