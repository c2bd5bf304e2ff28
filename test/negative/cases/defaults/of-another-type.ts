import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { done: Field.flag({ defaultValue: 'false' }) },
  value: 'false',
  message: 'Test/Todos: todo.done: defaultValue "false" does not fit the field: must be a boolean, not a string',
} satisfies Mistake;
