import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { größe: Field.integer() },
  value: 'größe',
  message: "Test/Todos: todo.größe: a field's name must be letters, digits, '_' and '-', beginning with a letter, got 'größe'",
} satisfies Mistake;
