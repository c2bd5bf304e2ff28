import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxLength: NaN }) },
  value: 'NaN',
  message: 'Test/Todos: todo.title: maxLength must be a finite number, got NaN',
} satisfies Mistake;
