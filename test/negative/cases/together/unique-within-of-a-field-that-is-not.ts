import { Field, UniqueWithin } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { email: Field.email({ uniqueWithin: UniqueWithin.ENTITY }) },
  value: 'uniqueWithin',
  message: 'Test/Todos: todo.email: uniqueWithin says how far unique: true reaches; add that, or drop it',
} satisfies Mistake;
