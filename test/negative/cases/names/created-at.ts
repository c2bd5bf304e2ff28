import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { createdAt: Field.dateTime() },
  value: 'createdAt',
  message: "Test/Todos: todo.createdAt: the server sets 'createdAt' itself; leave it out or rename the field",
} satisfies Mistake;
