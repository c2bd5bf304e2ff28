import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { priority: Field.integer({ maximum: 5, defaultValue: 9 }) },
  value: '9',
  message: 'Test/Todos: todo.priority: defaultValue 9 does not fit the field: must be at most 5',
} satisfies Mistake;
