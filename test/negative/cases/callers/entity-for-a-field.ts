import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

const USER = new EntitySchema('user', { name: Field.text() });

export default {
  fields: { user: Field.nested({ self: USER as never }) },
  value: 'an EntitySchema',
  message: 'Test/Todos: todo.user.self: must be a Field such as Field.text(), got an EntitySchema',
} satisfies Mistake;
