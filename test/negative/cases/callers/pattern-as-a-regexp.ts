import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { code: Field.text({ pattern: /^a$/ as never }) },
  value: 'a RegExp',
  message: 'Test/Todos: todo.code: pattern must be a text, got a RegExp',
} satisfies Mistake;
