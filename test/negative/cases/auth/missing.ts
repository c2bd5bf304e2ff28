import { ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new ServerlessCrudApi(stack, 'Todos', { schema: TODO } as never),
  value: 'undefined',
  message: 'Test/Todos: auth must be an Auth such as Auth.none() or Auth.jwt({ … }), got undefined',
} satisfies Mistake;
