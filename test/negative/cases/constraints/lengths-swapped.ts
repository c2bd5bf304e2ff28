import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ minLength: 5, maxLength: 1 }) },
  value: '5',
  message: 'Test/Todos: todo.title: minLength 5 is greater than maxLength 1, so no value fits; swap or widen them',
} satisfies Mistake;
