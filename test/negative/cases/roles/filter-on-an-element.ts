import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { tags: Field.listOf(Field.text({ filterable: true })) },
  message: 'Test/Todos: todo.tags[]: filterable is for fields with a name; set it on the list or map, or leave it out',
} satisfies Mistake;
