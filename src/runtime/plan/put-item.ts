import { allOf, Condition } from './conditions';
import { Asked } from '../operations/asked';
import { AttributeMap, Call } from '../store/call';
import { Expression } from '../store/expression';

/** One PutItem; a failed condition shows the item that is there. */
export function putItem({ api: { tableName } }: Asked, item: AttributeMap, conditions: readonly Condition[]): Call {
  const expression = new Expression();
  return {
    action: 'PutItem',
    input: {
      TableName: tableName,
      Item: item,
      ConditionExpression: allOf(conditions, expression),
      ...expression.placeholders,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}
