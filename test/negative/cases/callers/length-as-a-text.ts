import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxLength: '200' as never }) },
  value: "'200'",
  message: "Test/Todos: todo.title: maxLength must be a finite number, got '200'",
} satisfies Mistake;
