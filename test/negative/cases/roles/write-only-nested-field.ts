import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { login: Field.nested({ password: Field.text({ writeOnly: true }) }) },
  message: 'Test/Todos: todo.login.password: writeOnly is for fields of the item itself; set it on the outermost field or leave it out',
} satisfies Mistake;
