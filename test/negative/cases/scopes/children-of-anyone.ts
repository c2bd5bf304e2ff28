import { Auth, ItemScope, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

const auth = Auth.jwt({ issuer: 'https://id.example.com', audience: ['app'] });

export default {
  build: (stack) => {
    const users = new ServerlessCrudApi(stack, 'Users', { schema: TODO, auth, path: '/users' });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth, itemScope: ItemScope.parent(users) });
  },
  message: "Test/Todos: itemScope: the parent has no owner and no tenant, so every caller could reach the children of every parent; say so with access: ParentAccess.anyone(), or bind it with ParentAccess.sameAs('sub')",
} satisfies Mistake;
