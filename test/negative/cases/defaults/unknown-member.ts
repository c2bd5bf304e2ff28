import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({ city: Field.text() }, { defaultValue: { town: 'Ulm' } }) },
  value: 'Ulm',
  message: 'Test/Todos: todo.address.town: defaultValue {"town":"Ulm"} does not fit the field: is not a known member',
} satisfies Mistake;
