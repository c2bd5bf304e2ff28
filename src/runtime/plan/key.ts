import { fingerprint, HIDDEN, Model } from '../../model';
import { shardOf } from '../item/generate-id';
import { isGenerated } from '../item/item-id';
import { shardScope } from '../item/scope';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';

/** The attribute that holds an item's id. */
export function idAttribute({ scope }: Model): string {
  return scope.kind === 'item' ? scope.partitionKey : 'id';
}

/** The id of a stored item; a key is always there. */
export function idOf(model: Model, item: AttributeMap): string {
  return (item[idAttribute(model)] as { S: string }).S;
}

/** The primary key of an item in the request's scope. */
export function keyOf({ api: { model }, scope }: Pick<Asked, 'api' | 'scope'>, id: string): AttributeMap {
  const key = { [idAttribute(model)]: { S: id } };
  return scope === undefined ? key : { [HIDDEN.scope]: { S: partitionOf(model, scope, id) }, ...key };
}

/** A generated id carries the number of its shard, so it is found whatever the count is by now; of a chosen one it is a hash, and the count is fixed. */
function partitionOf({ scope: kind, entity }: Model, scope: string, id: string): string {
  if (kind.kind !== 'collection') return scope;
  return shardScope(scope, isGenerated(entity) ? shardOf(id) : parseInt(fingerprint(id), 16) % kind.shards);
}
