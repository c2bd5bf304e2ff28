import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.CREATE, { successStatus: '200' as never }) },
  value: "'200'",
  message: "Test/Todos: operations.create: successStatus must be a finite number, got '200'",
} satisfies Mistake;
