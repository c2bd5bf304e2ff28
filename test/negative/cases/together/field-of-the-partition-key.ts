import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Auth, CrudTable, ItemScope, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => {
    const table = CrudTable.fromTable(Table.fromTableName(stack, 'Orders', 'orders'), { partitionKey: 'title' });
    new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), itemScope: ItemScope.item(), request: { allowScan: true }, table });
  },
  value: 'title',
  message: "Test/Todos: todo.title: is the table's partition key, which holds the id; leave the field out",
} satisfies Mistake;
