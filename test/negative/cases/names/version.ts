import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { version: Field.integer() },
  value: 'version',
  message: "Test/Todos: todo.version: the server sets 'version' itself; leave it out or rename the field",
} satisfies Mistake;
