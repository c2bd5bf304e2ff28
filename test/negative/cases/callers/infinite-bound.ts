import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { priority: Field.integer({ maximum: Infinity }) },
  value: 'Infinity',
  message: 'Test/Todos: todo.priority: maximum must be a finite number, got Infinity',
} satisfies Mistake;
