import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', null as never),
  value: 'null',
  message: 'Test/Todos: todo: fields must be an object such as { title: Field.text() }, got null',
} satisfies Mistake;
