import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxLength: null as never }) },
  value: 'null',
  message: 'Test/Todos: todo.title: maxLength must be a finite number, got null',
} satisfies Mistake;
