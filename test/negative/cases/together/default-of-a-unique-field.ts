import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { slug: Field.text({ unique: true, defaultValue: 'new' }) },
  value: 'new',
  message: 'Test/Todos: todo.slug: is unique, so only one item could have the defaultValue "new"; drop one of them',
} satisfies Mistake;
