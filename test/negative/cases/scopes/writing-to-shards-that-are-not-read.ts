import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.collection({ shards: 2, writeShards: 4 }) },
  value: '4',
  message: 'Test/Todos: itemScope: writeShards must be a whole number from 1 to shards (2), got 4',
} satisfies Mistake;
