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
    table: CrudTable.fromTable(new TableV2(stack, 'Rows', { partitionKey: { name: 'version', type: AttributeType.STRING } }), { partitionKey: 'version' }),
  }),
  value: 'version',
  message: "Test/Todos: table: partitionKey 'version' is an attribute that the server sets in each row; use a table with another key",
} satisfies Mistake;
