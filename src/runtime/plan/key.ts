import { fingerprint, HIDDEN, KeyModel, Model } from '../../model';
import { shardOf } from '../item/generate-id';
import { shardScope } from '../item/scope';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';

/** The attribute that holds an item's id. */
export function idAttribute({ scope }: Pick<KeyModel, 'scope'>): string {
  return scope.kind === 'item' ? scope.partitionKey : 'id';
}

/** The id of a stored item; a key is always there. */
export function idOf(model: Model, item: AttributeMap): string {
  return (item[idAttribute(model)] as { S: string }).S;
}

/** The primary key of an item in the request's scope. */
export function keyOf({ api: { model }, scope }: Pick<Asked, 'api' | 'scope'>, id: string): AttributeMap {
  return primaryKey({ itemId: model.entity.itemId, scope: model.scope }, scope, id);
}

/** The primary key of an item; where that is the id alone, a scope bounds nothing but its children. */
export function primaryKey(keys: KeyModel, scope: string | undefined, id: string): AttributeMap {
  const key = { [idAttribute(keys)]: { S: id } };
  return scope === undefined || keys.scope.kind === 'item' ? key : { [HIDDEN.scope]: { S: partitionOf(keys, scope, id) }, ...key };
}

/** A generated id carries the number of its shard, so it is found whatever the count is by now; of a chosen one it is a hash, and the count is fixed. */
function partitionOf({ itemId, scope: kind }: KeyModel, scope: string, id: string): string {
  if (kind.kind !== 'collection') return scope;
  return shardScope(scope, itemId === 'generated' ? shardOf(id) : parseInt(fingerprint(id), 16) % kind.shards);
}
