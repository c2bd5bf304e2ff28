import { Auth, EntitySchema, Field, ItemScope, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

const USER = new EntitySchema('user', { name: Field.text() });

export default {
  build: (stack) => {
    const users = new ServerlessCrudApi(stack, 'Users', { schema: USER, auth: Auth.none() });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), host: users.host, itemScope: ItemScope.parent(users), pathParameter: 'id' });
  },
  value: "'id'",
  message: "Test/Todos: pathParameter: 'id' is a variable of the path already; give the item's another name",
} satisfies Mistake;
