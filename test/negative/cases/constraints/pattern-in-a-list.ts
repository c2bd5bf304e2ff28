import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { codes: Field.listOf(Field.text({ pattern: '(x|x)*y' })) },
  value: '(x|x)*y',
  message: "Test/Todos: todo.codes[]: pattern '(x|x)*y' can match one text in too many ways, so that its time may explode; do not repeat what is itself repeated or optional, and let neighbours begin with different characters",
} satisfies Mistake;
