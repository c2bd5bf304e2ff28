import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.collection({ shards: 0 }) },
  value: '0',
  message: 'Test/Todos: itemScope: shards must be a whole number from 1 to 256, got 0',
} satisfies Mistake;
