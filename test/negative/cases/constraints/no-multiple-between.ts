import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { seats: Field.integer({ minimum: 1, maximum: 4, multipleOf: 5 }) },
  value: '5',
  message: 'Test/Todos: todo.seats: no integer fits minimum 1, maximum 4 and multipleOf 5; widen them',
} satisfies Mistake;
