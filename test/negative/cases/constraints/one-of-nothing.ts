import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { state: Field.oneOf([]) },
  message: 'Test/Todos: todo.state: oneOf needs at least one value',
} satisfies Mistake;
