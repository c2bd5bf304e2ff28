import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { tags: Field.listOf(Field.text(), { unique: true }) },
  message: 'Test/Todos: todo.tags: is unique and a list, but only single values can be unique; drop unique, or make a text or a number of the item unique',
} satisfies Mistake;
