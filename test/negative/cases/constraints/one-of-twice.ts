import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { state: Field.oneOf(['open', 'done', 'open']) },
  value: 'open',
  message: "Test/Todos: todo.state: oneOf names 'open' twice; name each value once",
} satisfies Mistake;
