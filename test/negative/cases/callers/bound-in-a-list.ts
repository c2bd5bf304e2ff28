import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { priority: Field.integer({ minimum: [1] as never }) },
  value: '[1]',
  message: 'Test/Todos: todo.priority: minimum must be a finite number, got [1]',
} satisfies Mistake;
