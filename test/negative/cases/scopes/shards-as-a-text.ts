import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.collection({ shards: '4' as never }) },
  value: "'4'",
  message: "Test/Todos: itemScope: shards must be a finite number, got '4'",
} satisfies Mistake;
