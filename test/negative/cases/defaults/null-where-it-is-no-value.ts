import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ defaultValue: null }) },
  value: 'null',
  message: 'Test/Todos: todo.title: defaultValue null does not fit the field: must be a string, not null',
} satisfies Mistake;
