import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { stars: Field.oneOf([1, 2, 3] as never) },
  value: '[1, 2, 3]',
  message: 'Test/Todos: todo.stars: oneOf must be given a list of texts, got [1, 2, 3]',
} satisfies Mistake;
