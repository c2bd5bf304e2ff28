import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { expiresAt: Field.dateTime() },
  value: 'expiresAt',
  message: "Test/Todos: todo.expiresAt: 'expiresAt' is the field of expiry, an option of the schema; use that or rename the field",
} satisfies Mistake;
