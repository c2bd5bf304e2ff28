import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ pointInTimeRecover: true } as never) },
  value: 'pointInTimeRecover',
  message: "Test/Todos: table: 'pointInTimeRecover' is not an option; did you mean pointInTimeRecovery?",
} satisfies Mistake;
