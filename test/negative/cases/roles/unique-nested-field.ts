import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { login: Field.nested({ email: Field.email({ unique: true }) }) },
  message: 'Test/Todos: todo.login.email: unique is for fields of the item itself; set it on the outermost field or leave it out',
} satisfies Mistake;
