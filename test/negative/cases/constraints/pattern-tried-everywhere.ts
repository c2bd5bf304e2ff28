import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { code: Field.text({ pattern: 'a+b' }) },
  value: 'a+b',
  message: "Test/Todos: todo.code: pattern 'a+b' is tried at each position of the text; begin it with ^, or set maxLength to at most 2000",
} satisfies Mistake;
