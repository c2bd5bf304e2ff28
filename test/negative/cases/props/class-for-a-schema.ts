import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { schema: EntitySchema as never },
  value: 'the function EntitySchema',
  message: "Test/Todos: schema must be an EntitySchema such as new EntitySchema('todo', { title: Field.text() }), got the function EntitySchema",
} satisfies Mistake;
