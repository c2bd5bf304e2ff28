import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text as never },
  value: 'the function text',
  message: 'Test/Todos: todo.title: must be a Field such as Field.text(), got the function text',
} satisfies Mistake;
