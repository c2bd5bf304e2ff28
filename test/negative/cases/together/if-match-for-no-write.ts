import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.only(Operation.CREATE, Operation.LIST), request: { requireIfMatch: true } },
  message: 'Test/Todos: request.requireIfMatch: no operation writes an item that exists; add one or drop it',
} satisfies Mistake;
