import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { owner: Field.reference('user' as never) },
  value: "'user'",
  message: "Test/Todos: todo.owner: reference must be given an EntitySchema, got 'user'",
} satisfies Mistake;
