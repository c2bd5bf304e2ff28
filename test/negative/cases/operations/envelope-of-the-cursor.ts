import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.LIST, { envelope: 'nextCursor' }) },
  value: 'nextCursor',
  message: "Test/Todos: operations.list: envelope 'nextCursor' is a member of every page already; use another name",
} satisfies Mistake;
