import { Auth, Operation, Operations, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => {
    const { host } = new ServerlessCrudApi(stack, 'Users', { schema: TODO, auth: Auth.none(), operations: Operations.only(Operation.GET) });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), operations: Operations.only(Operation.GET), pathParameter: 'todoId', host });
  },
  value: '/todos/{todoId}',
  message: "Test/Todos: path: GET /todos/{todoId} is served by another entity of this host; give 'todo' another path",
} satisfies Mistake;
