import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.collection as never },
  value: 'the function collection',
  message: 'Test/Todos: itemScope must be an ItemScope such as ItemScope.collection(), got the function collection',
} satisfies Mistake;
