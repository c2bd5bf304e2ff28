import { ScopeModel } from './model';

/** Where an entity's items live: what a list covers, and what a caller can reach. */
export class ItemScope {
  /** One collection for all callers, listed in the order of creation. */
  public static collection(): ItemScope {
    return new ItemScope({ kind: 'collection', shards: 1, writeShards: 1 });
  }

  private constructor(
    /** @internal */
    public readonly _model: ScopeModel,
  ) {}
}
