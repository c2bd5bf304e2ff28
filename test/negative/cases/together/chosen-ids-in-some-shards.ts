import { EntitySchema, Field, ItemId, ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { schema: new EntitySchema('todo', { title: Field.text() }, { itemId: ItemId.CLIENT_CHOSEN }), itemScope: ItemScope.collection({ shards: 4, writeShards: 2 }) },
  value: '2',
  message: 'Test/Todos: itemScope: writeShards 2 differs from shards 4, but ids that clients choose are hashed over all of them; drop writeShards',
} satisfies Mistake;
