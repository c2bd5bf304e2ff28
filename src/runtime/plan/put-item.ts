import { allOf, Condition } from './conditions';
import { beginning } from '../item/lifetime';
import { Asked } from '../operations/asked';
import { AttributeMap, Call } from '../store/call';
import { Expression } from '../store/expression';

/** One PutItem of a new item; a failed condition shows the item that is there. */
export function putItem({ api: { tableName }, now }: Asked, item: AttributeMap, conditions: readonly Condition[]): Call {
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
    repetition: (attempt) => ({ Item: { ...item, createdAt: beginning(now, attempt), updatedAt: beginning(now, attempt) } }),
  };
}
