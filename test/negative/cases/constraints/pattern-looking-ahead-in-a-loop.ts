import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { code: Field.text({ pattern: '^(?:a(?=.*b))*$' }) },
  value: '^(?:a(?=.*b))*$',
  message: "Test/Todos: todo.code: pattern '^(?:a(?=.*b))*$' looks ahead or behind without bound in a repeated group; move the lookaround to the start, or bound it",
} satisfies Mistake;
