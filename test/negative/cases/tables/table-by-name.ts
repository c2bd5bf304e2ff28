import { CrudTable, ItemScope } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.fromTable('orders' as never, { partitionKey: 'orderId' }), itemScope: ItemScope.item(), request: { allowScan: true } },
  value: "'orders'",
  message: "Test/Todos: table: fromTable must be given a table such as Table.fromTableName(this, 'Orders', 'orders'), got 'orders'",
} satisfies Mistake;
