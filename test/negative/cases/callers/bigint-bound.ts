import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { priority: Field.integer({ maximum: 5n as never }) },
  value: '5',
  message: 'Test/Todos: todo.priority: maximum must be a finite number, got 5n',
} satisfies Mistake;
