import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Auth, CrudTable, ItemScope, ServerlessCrudApi } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new ServerlessCrudApi(stack, 'Todos', {
    schema: TODO,
    auth: Auth.none(),
    itemScope: ItemScope.item(),
    request: { allowScan: true },
    table: CrudTable.fromTable(new TableV2(stack, 'Rows', { partitionKey: { name: 'pk', type: AttributeType.STRING } }), { partitionKey: '' }),
  }),
  value: "''",
  message: "Test/Todos: table: partitionKey must be the name of the table's partition key, got ''",
} satisfies Mistake;
