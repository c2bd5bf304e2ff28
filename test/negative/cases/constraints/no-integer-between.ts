import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { rank: Field.integer({ exclusiveMinimum: 1, exclusiveMaximum: 2 }) },
  value: '1',
  message: 'Test/Todos: todo.rank: no integer fits exclusiveMinimum 1 and exclusiveMaximum 2; widen them',
} satisfies Mistake;
