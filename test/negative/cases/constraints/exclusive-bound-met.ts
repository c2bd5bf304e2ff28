import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { share: Field.number({ exclusiveMinimum: 1, maximum: 1 }) },
  value: '1',
  message: 'Test/Todos: todo.share: no number fits maximum 1 and exclusiveMinimum 1; widen them',
} satisfies Mistake;
