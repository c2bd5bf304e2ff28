import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxlength: 200 } as never) },
  value: 'maxlength',
  message: "Test/Todos: todo.title: 'maxlength' is not an option; did you mean maxLength?",
} satisfies Mistake;
