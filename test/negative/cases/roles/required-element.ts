import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { tags: Field.listOf(Field.text({ required: true })) },
  message: 'Test/Todos: todo.tags[]: required is for members with a name; leave it out',
} satisfies Mistake;
