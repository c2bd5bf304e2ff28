import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { links: Field.nested({ self: Field.selfLink() }) },
  message: 'Test/Todos: todo.links.self: selfLink is for fields of the item itself; set it on the outermost field or leave it out',
} satisfies Mistake;
