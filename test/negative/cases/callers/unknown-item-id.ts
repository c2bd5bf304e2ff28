import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { itemId: 'uuid' as never }),
  value: "'uuid'",
  message: "Test/Todos: todo: itemId must be one of ItemId.GENERATED, ItemId.CLIENT_CHOSEN, got 'uuid'",
} satisfies Mistake;
