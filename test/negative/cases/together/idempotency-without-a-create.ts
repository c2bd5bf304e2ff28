import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.only(Operation.LIST), request: { idempotencyKey: true } },
  message: 'Test/Todos: request.idempotencyKey: is for creates, and there is none; add Operation.CREATE or drop it',
} satisfies Mistake;
