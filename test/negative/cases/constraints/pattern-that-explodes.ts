import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { code: Field.text({ pattern: '^(a+)+$' }) },
  value: '^(a+)+$',
  message: "Test/Todos: todo.code: pattern '^(a+)+$' can match one text in too many ways, so that its time may explode; do not repeat what is itself repeated or optional, and let neighbours begin with different characters",
} satisfies Mistake;
