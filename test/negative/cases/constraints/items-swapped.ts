import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { tags: Field.listOf(Field.text(), { minItems: 5, maxItems: 2 }) },
  value: '5',
  message: 'Test/Todos: todo.tags: minItems 5 is greater than maxItems 2, so no value fits; swap or widen them',
} satisfies Mistake;
