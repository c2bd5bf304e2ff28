import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ billing: 'PAY_PER_REQUEST' as never }) },
  value: "'PAY_PER_REQUEST'",
  message: "Test/Todos: table: billing must be a Billing such as Billing.onDemand(), got 'PAY_PER_REQUEST'",
} satisfies Mistake;
