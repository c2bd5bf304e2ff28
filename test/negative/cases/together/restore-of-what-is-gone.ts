import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().including(Operation.RESTORE) },
  message: 'Test/Todos: operations.restore: nothing can be restored; give the schema softDelete or leave the operation out',
} satisfies Mistake;
