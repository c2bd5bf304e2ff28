import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { price: Field.exactDecimal({ minimum: '10', maximum: '9.5' }) },
  value: '9.5',
  message: 'Test/Todos: todo.price: minimum 10 is greater than maximum 9.5, so no value fits; swap or widen them',
} satisfies Mistake;
