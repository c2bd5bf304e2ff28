import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.parent({ path: '/users' } as never) },
  value: '/users',
  message: "Test/Todos: itemScope: parent must be a ServerlessCrudApi, got { path: '/users' }",
} satisfies Mistake;
