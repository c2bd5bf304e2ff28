import { allOf, exists, isAbsent, isAtMost, not } from './conditions';
import { Companion } from './transaction';
import { HIDDEN } from '../../model';
import { notFound } from '../answer/problems';
import { shardOf } from '../item/generate-id';
import { isGeneratedId } from '../item/item-id';
import { DELETED_AT, EXPIRES_AT } from '../item/lifetime';
import { shardScope } from '../item/scope';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';
import { Expression } from '../store/expression';

/** That the parent of the path is there, checked in the transaction that creates its child. */
export function parentCheck({ api: { model, parentTableName }, parent, now }: Asked): Companion | undefined {
  if (model.scope.kind !== 'parent' || !model.scope.requireParent || !parent) return undefined;
  const expression = new Expression();
  // whether parents can be deleted or expire is their model's matter; what they do not have does not count
  const conditions = [exists('id'), isAbsent(DELETED_AT), not(isAtMost(EXPIRES_AT, { S: new Date(now).toISOString() }))];
  const ConditionExpression = allOf(conditions, expression);
  return {
    entry: { ConditionCheck: { TableName: parentTableName, Key: parentKey(parent), ConditionExpression, ...expression.placeholders } },
    refusal: notFound,
  };
}

/** A parent in a collection has a generated id that carries its shard; in any other scope there are none. */
function parentKey({ scope, id }: { readonly scope: string; readonly id: string }): AttributeMap {
  const isCollection = scope.endsWith('|collection|');
  return { [HIDDEN.scope]: { S: isCollection && isGeneratedId(id) ? shardScope(scope, shardOf(id)) : scope }, id: { S: id } };
}
