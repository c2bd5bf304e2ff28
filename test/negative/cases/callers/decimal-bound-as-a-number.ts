import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { price: Field.exactDecimal({ minimum: 0.1 as never }) },
  value: '0.1',
  message: 'Test/Todos: todo.price: minimum must be a text, got 0.1',
} satisfies Mistake;
