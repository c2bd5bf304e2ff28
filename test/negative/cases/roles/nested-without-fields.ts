import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({}) },
  message: 'Test/Todos: todo.address: has no fields; give it at least one, or use Field.json()',
} satisfies Mistake;
