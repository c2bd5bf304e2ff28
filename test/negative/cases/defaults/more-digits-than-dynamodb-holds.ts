import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { price: Field.exactDecimal({ defaultValue: '1'.repeat(39) }) },
  value: '111111111111111111111111111111111111111',
  message: 'Test/Todos: todo.price: defaultValue "111111111111111111111111111111111111111" does not fit the field: must be a decimal number of at most 38 digits between 1E-130 and 1E126, such as "12.50"',
} satisfies Mistake;
