import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { total: Field.integer({ required: true, readOnly: true }) },
  message: 'Test/Todos: todo.total: is required and readOnly without a defaultValue, so no create could succeed; add a defaultValue or drop required',
} satisfies Mistake;
