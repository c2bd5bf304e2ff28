import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.CREATE, { successStatus: 204 }) },
  value: '204',
  message: 'Test/Todos: operations.create: successStatus must be 200 or 201, got 204; the answer has a body, which 204 forbids (clients that want none send Prefer: return=minimal)',
} satisfies Mistake;
