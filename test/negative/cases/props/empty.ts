import { ServerlessCrudApi } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new ServerlessCrudApi(stack, 'Todos', {} as never),
  value: 'undefined',
  message: [
    "Test/Todos: schema must be an EntitySchema such as new EntitySchema('todo', { title: Field.text() }), got undefined",
    'Test/Todos: auth must be an Auth such as Auth.none() or Auth.jwt({ … }), got undefined',
  ].join('\n'),
} satisfies Mistake;
