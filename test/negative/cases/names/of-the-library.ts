import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { _scope: Field.text() },
  value: '_scope',
  message: "Test/Todos: todo._scope: names with a leading '_' are reserved for the library; rename the field",
} satisfies Mistake;
