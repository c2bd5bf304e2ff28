import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { state: Field.oneOf('open' as never) },
  value: "'open'",
  message: "Test/Todos: todo.state: oneOf must be given a list of texts, got 'open'",
} satisfies Mistake;
