import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { softDelete: 30 as never }),
  value: '30',
  message: 'Test/Todos: todo: softDelete must be a Duration such as Duration.days(1), not made of a token, got 30',
} satisfies Mistake;
