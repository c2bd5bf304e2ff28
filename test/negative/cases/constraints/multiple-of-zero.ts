import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { amount: Field.number({ multipleOf: 0 }) },
  value: '0',
  message: 'Test/Todos: todo.amount: multipleOf must be greater than 0, got 0',
} satisfies Mistake;
