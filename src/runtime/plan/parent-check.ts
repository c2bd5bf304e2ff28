import { allOf, exists, isAbsent, isAtMost, not } from './conditions';
import { idAttribute, primaryKey } from './key';
import { Companion } from './transaction';
import { notFound } from '../answer/problems';
import { DELETED_AT, EXPIRES_AT } from '../item/lifetime';
import { Asked } from '../operations/asked';
import { Expression } from '../store/expression';

/** That the parent of the path is there, checked in the transaction that creates its child. */
export function parentCheck({ api: { model, parentTableName }, parent, now }: Asked): Companion | undefined {
  if (model.scope.kind !== 'parent' || !model.scope.requireParent || !parent) return undefined;
  const keys = model.scope.parents[model.scope.parents.length - 1];
  const Key = primaryKey(keys, parent.scope, parent.id);
  const expression = new Expression();
  // whether parents can be deleted or expire is their model's matter; what they do not have does not count
  const conditions = [exists(idAttribute(keys)), isAbsent(DELETED_AT), not(isAtMost(EXPIRES_AT, { S: new Date(now).toISOString() }))];
  const ConditionExpression = allOf(conditions, expression);
  return {
    entry: { ConditionCheck: { TableName: parentTableName, Key, ConditionExpression, ...expression.placeholders } },
    refusal: notFound,
  };
}
