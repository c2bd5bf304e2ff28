import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.DELETE, { successStatus: 302 }) },
  value: '302',
  message: 'Test/Todos: operations.delete: successStatus must be 200 or 204, got 302',
} satisfies Mistake;
