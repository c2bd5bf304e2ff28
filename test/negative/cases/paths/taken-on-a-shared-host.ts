import { Auth, EntitySchema, Field, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

const USER = new EntitySchema('user', { name: Field.text() });

export default {
  build: (stack) => {
    const { host } = new ServerlessCrudApi(stack, 'Users', { schema: USER, auth: Auth.none(), path: '/things' });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), path: '/things', host });
  },
  value: '/things',
  message: "Test/Todos: path: POST /things is served by another entity of this host; give 'todo' another path",
} satisfies Mistake;
