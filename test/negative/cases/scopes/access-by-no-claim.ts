import { Auth, ItemScope, ParentAccess, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => {
    const users = new ServerlessCrudApi(stack, 'Users', { schema: TODO, auth: Auth.none(), path: '/users' });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), itemScope: ItemScope.parent(users, { access: ParentAccess.sameAs(null as never) }) });
  },
  value: 'null',
  message: 'Test/Todos: itemScope: claim must be a text, got null',
} satisfies Mistake;
