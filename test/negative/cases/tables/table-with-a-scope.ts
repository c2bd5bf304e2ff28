import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Auth, CrudTable, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => {
    const table = CrudTable.fromTable(Table.fromTableName(stack, 'Orders', 'orders'), { partitionKey: 'orderId' });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), table });
  },
  message: 'Test/Todos: table: CrudTable.fromTable() needs itemScope: ItemScope.item(), since an existing table has no scope in its key; or use CrudTable.create()',
} satisfies Mistake;
