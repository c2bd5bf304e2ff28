import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({ country: Field.text({ defaultValue: 'DE' }) }) },
  message: 'Test/Todos: todo.address.country: defaultValue is for fields of the item itself; set it on the outermost field or leave it out',
} satisfies Mistake;
