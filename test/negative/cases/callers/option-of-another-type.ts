import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { done: Field.flag({ pattern: '^a$' } as never) },
  value: 'pattern',
  message: "Test/Todos: todo.done: 'pattern' is not an option; options are description, required, nullable, readOnly, writeOnly, immutable, unique, uniqueWithin, filterable, defaultValue",
} satisfies Mistake;
