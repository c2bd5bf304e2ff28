import { HIDDEN, Model } from '../../model';
import { shardOf } from '../item/generate-id';
import { isGenerated } from '../item/item-id';
import { shardScope } from '../item/scope';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';

/** The attribute that holds an item's id. */
export function idAttribute({ scope }: Model): string {
  return scope.kind === 'item' ? scope.partitionKey : 'id';
}

/** The primary key of an item in the request's scope. */
export function keyOf({ api: { model }, scope }: Pick<Asked, 'api' | 'scope'>, id: string): AttributeMap {
  const key = { [idAttribute(model)]: { S: id } };
  return scope === undefined ? key : { [HIDDEN.scope]: { S: partitionOf(model, scope, id) }, ...key };
}

/** A generated id carries the number of its shard, so it is found whatever the count is by now. */
function partitionOf(model: Model, scope: string, id: string): string {
  return model.scope.kind === 'collection' && isGenerated(model.entity) ? shardScope(scope, shardOf(id)) : scope;
}
