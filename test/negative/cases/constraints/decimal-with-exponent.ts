import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { price: Field.exactDecimal({ minimum: '1e3' }) },
  value: '1e3',
  message: "Test/Todos: todo.price: minimum must be a decimal text such as '19.90', got '1e3'",
} satisfies Mistake;
