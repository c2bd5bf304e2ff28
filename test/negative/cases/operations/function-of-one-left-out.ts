import { Auth, Operation, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none() }).functionFor(Operation.CLEAR),
  value: 'clear',
  message: "Test/Todos: operation 'clear' is not one of this API's; add it to operations",
} satisfies Mistake;
