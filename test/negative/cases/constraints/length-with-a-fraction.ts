import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxLength: 1.5 }) },
  value: '1.5',
  message: 'Test/Todos: todo.title: maxLength must be a whole number of at least 0, got 1.5',
} satisfies Mistake;
