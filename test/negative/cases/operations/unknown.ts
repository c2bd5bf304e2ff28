import { Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.only('read' as never) },
  value: "'read'",
  message: "Test/Todos: operations: an operation must be one of Operation.CREATE, Operation.LIST, Operation.GET, Operation.REPLACE, Operation.UPDATE, Operation.DELETE, Operation.UPSERT, Operation.BATCH, Operation.COUNT, Operation.CLEAR, Operation.RESTORE, got 'read'",
} satisfies Mistake;
