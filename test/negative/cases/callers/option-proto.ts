import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text(JSON.parse('{"__proto__": {"required": true}}')) },
  value: '__proto__',
  message: "Test/Todos: todo.title: '__proto__' is not an option; options are description, required, nullable, readOnly, writeOnly, immutable, unique, uniqueWithin, filterable, defaultValue, minLength, maxLength, pattern",
} satisfies Mistake;
