import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxLength: 500_000 }) },
  value: '500000',
  message: 'Test/Todos: todo.title: maxLength 500000 is more than an item can hold (400 KB); use at most 409600',
} satisfies Mistake;
