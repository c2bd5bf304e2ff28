import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { priority: Field.integer({ minimum: 10, maximum: 1 }) },
  value: '10',
  message: 'Test/Todos: todo.priority: minimum 10 is greater than maximum 1, so no value fits; swap or widen them',
} satisfies Mistake;
