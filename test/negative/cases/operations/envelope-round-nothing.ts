import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.DELETE, { envelope: 'todo' }) },
  value: 'todo',
  message: "Test/Todos: operations.delete: envelope 'todo' would hold nothing, since the answer has no item; leave it out",
} satisfies Mistake;
