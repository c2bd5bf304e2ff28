import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.tenant(undefined as never) },
  value: 'undefined',
  message: 'Test/Todos: itemScope: claim must be a text, got undefined',
} satisfies Mistake;
