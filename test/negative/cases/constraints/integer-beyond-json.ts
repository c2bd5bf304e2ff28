import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { serial: Field.integer({ maximum: 2 ** 53 }) },
  value: '9007199254740992',
  message: 'Test/Todos: todo.serial: maximum must be between -(2^53 - 1) and 2^53 - 1, beyond which JSON numbers are not exact, got 9007199254740992',
} satisfies Mistake;
