import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { code: Field.text({ pattern: '(' }) },
  value: '(',
  message: "Test/Todos: todo.code: pattern '(' is not a regular expression of ECMA-262 with the flag u: Invalid regular expression: /(/u: Unterminated group",
} satisfies Mistake;
