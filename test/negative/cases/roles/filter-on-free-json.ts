import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { extra: Field.json({ filterable: true }) },
  message: 'Test/Todos: todo.extra: filterable needs a single value or a list; make a member of the object filterable instead',
} satisfies Mistake;
