import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.GET, { envelop: 'todo' } as never) },
  value: 'envelop',
  message: "Test/Todos: operations.get: 'envelop' is not an option; did you mean envelope?",
} satisfies Mistake;
