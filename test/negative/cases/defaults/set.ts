import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { tags: Field.listOf(Field.text(), { defaultValue: new Set(['a']) }) },
  value: 'a Set',
  message: 'Test/Todos: todo.tags: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got a Set',
} satisfies Mistake;
