import { KeyModel, Model, RootScopeModel, ScopeModel } from './model';
import { ParentAccess } from './parent-access';
import { modelOf } from './private/models';
import { FLAG, NUMBER, object, TEXT } from './private/options/kind';
import { readOptions, Shape } from './private/options/read-options';
import { shown } from './private/options/shown';
import type { IServerlessCrudApi } from './serverless-crud-api';

/** Options of a collection. */
export interface CollectionScopeOptions {
  /**
   * Partitions that the items are spread over: each takes 1,000 writes and 3,000 reads (strong, of 4 KB) a second.
   * A list reads all of them. The number can be raised later, in two deployments, and never lowered.
   * @default 1
   */
  readonly shards?: number;
  /**
   * Partitions that new items go to, while `shards` is being raised and some functions still know the old number.
   * @default - `shards`
   */
  readonly writeShards?: number;
}

/** Options of items that belong to a parent. */
export interface ParentScopeOptions {
  /**
   * Who may reach the children of a parent, when nothing above it bounds that.
   * @default - whoever may reach the parent; said explicitly if the parent has no owner or tenant and callers sign in
   */
  readonly access?: ParentAccess;
  /**
   * A child is created only if its parent is there: checked in the same transaction, for twice the write capacity.
   * @default false
   */
  readonly requireParent?: boolean;
}

const COLLECTION: Shape<CollectionScopeOptions> = { shards: NUMBER, writeShards: NUMBER };
const PARENT: Shape<ParentScopeOptions> = {
  access: object("ParentAccess.anyone() or ParentAccess.sameAs('sub')", '_root'),
  requireParent: FLAG,
};

/** Where an entity's items live: what a list covers, and what a caller can reach. */
export class ItemScope {
  /** One collection for all callers, listed in the order of creation. */
  public static collection(options?: CollectionScopeOptions): ItemScope {
    const { options: read, mistakes } = readOptions(options, COLLECTION);
    const { shards = 1, writeShards = shards } = read;
    return new ItemScope({ kind: 'collection', shards, writeShards }, mistakes);
  }

  /** Each caller has items of their own, by the token's `sub`: another's item is not found, in every operation. */
  public static owner(): ItemScope {
    return new ItemScope({ kind: 'owner' });
  }

  /**
   * Callers with the same value of a claim share items: another team's item is not found, in every operation.
   * @param claim the claim's name; a token without it, or with more than one text, is 403
   */
  public static tenant(claim: string): ItemScope {
    return new ItemScope({ kind: 'tenant', claim }, TEXT.takes(claim) ? [] : [`claim must be ${TEXT.wanted}, got ${shown(claim)}`]);
  }

  /**
   * Items of a parent, below its path: `/users/{userId}/todos`. What bounds the parent bounds its children, at no extra call.
   * Deleting a parent leaves its children where they are.
   */
  public static parent(parent: IServerlessCrudApi, options?: ParentScopeOptions): ItemScope {
    const { options: { access, requireParent = false }, mistakes } = readOptions(options, PARENT);
    mistakes.push(...access?._mistakes ?? []);
    const model = modelOf(parent);
    if (!model) return new ItemScope({ kind: 'owner' }, [...mistakes, `parent must be a ServerlessCrudApi, got ${shown(parent)}`]);
    const { entity, scope, pathParameter } = model;
    const parents = [...(scope.kind === 'parent' ? scope.parents : []), { entity: entity.name, pathParameter, ...keyModelOf(model) }];
    const root = rootOf(scope);
    if (access && root.kind !== 'anyone') mistakes.push('access is not needed, since what bounds the parent bounds its children; leave it out');
    return new ItemScope({ kind: 'parent', parents, root: access?._root ?? root, requireParent }, mistakes, parent, access);
  }

  /** No scope: the key is the id alone, as in tables that exist already. Lists need an index, or an explicit scan. */
  public static item(): ItemScope {
    return new ItemScope({ kind: 'item', partitionKey: 'id' });
  }

  private constructor(
    /** @internal */
    public readonly _model: ScopeModel,
    /** @internal */
    public readonly _mistakes: string[] = [],
    /** @internal */
    public readonly _parent?: IServerlessCrudApi,
    /** @internal */
    public readonly _access?: ParentAccess,
  ) {}
}

/** What a child needs to find its parent. */
function keyModelOf({ entity: { itemId }, scope }: Model): KeyModel {
  switch (scope.kind) {
    case 'collection':
      return { itemId, scope: { kind: scope.kind, shards: scope.shards } };
    case 'item':
      return { itemId, scope };
    default:
      return { itemId, scope: { kind: scope.kind } };
  }
}

/** A child inherits what bounds its parent. */
function rootOf(scope: ScopeModel): RootScopeModel {
  switch (scope.kind) {
    case 'owner':
    case 'tenant':
      return scope;
    case 'parent':
      return scope.root;
    default:
      return { kind: 'anyone' };
  }
}
