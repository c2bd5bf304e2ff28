import { Auth, ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { itemScope: ItemScope.tenant(''), auth: Auth.jwt({ issuer: 'https://id.example.com', audience: ['app'] }) },
  value: "''",
  message: "Test/Todos: itemScope: claim must be the name of a token's claim, such as 'team', got ''",
} satisfies Mistake;
