import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({ city: Field.text() }, { filterable: true }) },
  message: 'Test/Todos: todo.address: filterable needs a single value or a list; make a member of the object filterable instead',
} satisfies Mistake;
