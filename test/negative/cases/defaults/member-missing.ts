import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({ city: Field.text({ required: true }) }, { defaultValue: {} }) },
  value: '{}',
  message: 'Test/Todos: todo.address.city: defaultValue {} does not fit the field: is required',
} satisfies Mistake;
