import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { address: Field.nested({ city: Field.text() }, { unique: true }) },
  message: 'Test/Todos: todo.address: is unique and an object, but only single values can be unique; drop unique, or make a text or a number of the item unique',
} satisfies Mistake;
