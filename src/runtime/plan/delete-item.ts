import { allOf, Condition, isOlder } from './conditions';
import { keyOf } from './key';
import { isGenerated } from '../item/item-id';
import { Asked } from '../operations/asked';
import { Call } from '../store/call';
import { Expression } from '../store/expression';

/** One DeleteItem; a failed condition shows the item. */
export function deleteItem(asked: Asked, id: string, conditions: readonly Condition[]): Call {
  const { api: { tableName, model }, now } = asked;
  const expression = new Expression();
  return {
    action: 'DeleteItem',
    input: {
      TableName: tableName,
      Key: keyOf(asked, id),
      ConditionExpression: allOf(conditions, expression),
      ...expression.placeholders,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    // a chosen id may have been created anew after the first attempt took effect
    ...(!isGenerated(model.entity) && { repetition: () => isOlder(now) }),
  };
}
