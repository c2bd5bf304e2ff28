import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { __proto__: Field.text(), title: Field.text() } as never,
  value: '__proto__',
  message: "Test/Todos: todo: '__proto__' in an object literal sets its prototype and declares no field; leave it out",
} satisfies Mistake;
