import { ListBody, Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.LIST, { envelope: 'todos' }), response: { list: ListBody.BARE_ARRAY } },
  value: 'todos',
  message: "Test/Todos: operations.list: envelope 'todos' contradicts response.list ListBody.BARE_ARRAY; drop one",
} satisfies Mistake;
