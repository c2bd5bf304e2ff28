import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { secret: Field.text({ readOnly: true, writeOnly: true }) },
  message: 'Test/Todos: todo.secret: is readOnly and writeOnly, so no one could ever see or set it; choose one',
} satisfies Mistake;
