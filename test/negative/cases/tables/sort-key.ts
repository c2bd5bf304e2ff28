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
    table: CrudTable.fromTable(new TableV2(stack, 'Rows', { partitionKey: { name: 'pk', type: AttributeType.STRING }, sortKey: { name: 'sk', type: AttributeType.STRING } }), { partitionKey: 'pk' }),
  }),
  value: 'sk',
  message: "Test/Todos: table: has the sort key 'sk', but its items are found by their id alone; use a table without sort key, or CrudTable.create()",
} satisfies Mistake;
