import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { extra: Field.nested({ ['__proto__']: Field.text() }) },
  value: '__proto__',
  message: "Test/Todos: todo.extra.__proto__: names with a leading '_' are reserved for the library; rename the field",
} satisfies Mistake;
