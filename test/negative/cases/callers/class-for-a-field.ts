import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { tags: Field.listOf(String as never) },
  value: 'the function String',
  message: 'Test/Todos: todo.tags[]: must be a Field such as Field.text(), got the function String',
} satisfies Mistake;
