import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { due: Field.dateTime({ defaultValue: new Date(0) }) },
  value: 'a Date',
  message: 'Test/Todos: todo.due: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got a Date',
} satisfies Mistake;
