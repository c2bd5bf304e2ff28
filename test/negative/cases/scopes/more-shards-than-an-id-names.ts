import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.collection({ shards: 1000 }) },
  value: '1000',
  message: 'Test/Todos: itemScope: shards must be a whole number from 1 to 256, got 1000',
} satisfies Mistake;
