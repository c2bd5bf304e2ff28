import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text(null as never) },
  value: 'null',
  message: 'Test/Todos: todo.title: options must be an object such as { description: …, required: … }, got null',
} satisfies Mistake;
