import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.only(Operation.LIST, Operation.BATCH) },
  message: 'Test/Todos: operations.batch: has nothing to hold; add one of create, replace, update, delete',
} satisfies Mistake;
