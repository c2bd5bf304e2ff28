import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { labels: Field.mapOf(Field.text(), { minProperties: 3, maxProperties: 2 }) },
  value: '3',
  message: 'Test/Todos: todo.labels: minProperties 3 is greater than maxProperties 2, so no value fits; swap or widen them',
} satisfies Mistake;
