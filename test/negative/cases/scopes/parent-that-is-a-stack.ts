import { Auth, ItemScope, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), itemScope: ItemScope.parent(stack as never) }),
  value: 'a Stack',
  message: 'Test/Todos: itemScope: parent must be a ServerlessCrudApi, got a Stack2',
} satisfies Mistake;
