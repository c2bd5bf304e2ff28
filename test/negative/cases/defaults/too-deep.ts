import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { extra: Field.json({ defaultValue: JSON.parse('['.repeat(40) + ']'.repeat(40)) }) },
  value: '[[[',
  message: 'Test/Todos: todo.extra: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
} satisfies Mistake;
