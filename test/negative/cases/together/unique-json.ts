import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { extra: Field.json({ unique: true }) },
  message: 'Test/Todos: todo.extra: is unique and free JSON, but only single values can be unique; drop unique, or make a text or a number of the item unique',
} satisfies Mistake;
