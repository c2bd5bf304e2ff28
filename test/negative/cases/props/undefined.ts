import { ServerlessCrudApi } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new ServerlessCrudApi(stack, 'Todos', undefined as never),
  value: 'undefined',
  message: 'Test/Todos: options must be an object such as { schema: …, auth: … }, got undefined',
} satisfies Mistake;
