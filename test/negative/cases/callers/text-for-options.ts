import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text('required' as never) },
  value: "'required'",
  message: "Test/Todos: todo.title: options must be an object such as { description: …, required: … }, got 'required'",
} satisfies Mistake;
