import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { amount: Field.number({ defaultValue: NaN }) },
  value: 'NaN',
  message: 'Test/Todos: todo.amount: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got NaN',
} satisfies Mistake;
