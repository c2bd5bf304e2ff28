import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { id: Field.uuid() },
  value: 'id',
  message: "Test/Todos: todo.id: the server sets 'id' itself; leave it out or rename the field",
} satisfies Mistake;
