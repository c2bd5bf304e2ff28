import { Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Auth, CrudTable, ItemScope, ServerlessCrudApi } from '../../src';
import { TODO } from '../constructs/synth';

/** Builds an API over a table of this key, which is told to have the partition key `told`. */
export function apiOverTable(key: { readonly hash: string; readonly range?: string }, told: string): (stack: Stack) => unknown {
  const attribute = (name: string) => ({ name, type: AttributeType.STRING });
  return (stack) => {
    const table = new TableV2(stack, 'Rows', { partitionKey: attribute(key.hash), sortKey: key.range === undefined ? undefined : attribute(key.range) });
    return new ServerlessCrudApi(stack, 'Todos', {
      schema: TODO,
      auth: Auth.none(),
      itemScope: ItemScope.item(),
      request: { allowScan: true },
      table: CrudTable.fromTable(table, { partitionKey: told }),
    });
  };
}
