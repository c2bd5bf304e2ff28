import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: [Field.text()] as never,
  value: '[a Field]',
  message: 'Test/Todos: todo: fields must be an object such as { title: Field.text() }, got [a Field]',
} satisfies Mistake;
