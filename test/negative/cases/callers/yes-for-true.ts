import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ required: 'yes' as never }) },
  value: "'yes'",
  message: "Test/Todos: todo.title: required must be true or false, got 'yes'",
} satisfies Mistake;
