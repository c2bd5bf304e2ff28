import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { done: Field.flag({ filterable: 1 as never }) },
  value: '1',
  message: 'Test/Todos: todo.done: filterable must be true or false, got 1',
} satisfies Mistake;
