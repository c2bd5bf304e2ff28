import { ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.owner() },
  message: 'Test/Todos: itemScope: ItemScope.owner() needs to know the caller, but auth is Auth.none(); use Auth.jwt(...) or ItemScope.collection()',
} satisfies Mistake;
