import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { labels: Field.mapOf(Field.text({ immutable: true })) },
  message: 'Test/Todos: todo.labels{}: immutable is for fields of the item itself; set it on the outermost field or leave it out',
} satisfies Mistake;
