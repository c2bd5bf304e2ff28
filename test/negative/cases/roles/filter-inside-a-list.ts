import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { lines: Field.listOf(Field.nested({ sku: Field.text({ filterable: true }) })) },
  message: 'Test/Todos: todo.lines[].sku: filterable does not reach into lists and maps; set it on the list or leave it out',
} satisfies Mistake;
