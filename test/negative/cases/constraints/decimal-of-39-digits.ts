import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { price: Field.exactDecimal({ maximum: '9'.repeat(39) }) },
  value: '39',
  message: 'Test/Todos: todo.price: maximum must have at most 38 digits, got 39',
} satisfies Mistake;
