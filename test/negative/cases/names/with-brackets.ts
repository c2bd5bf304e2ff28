import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { 'tags[0]': Field.text() },
  value: 'tags[0]',
  message: "Test/Todos: todo.tags[0]: a field's name must be letters, digits, '_' and '-', beginning with a letter, got 'tags[0]'",
} satisfies Mistake;
