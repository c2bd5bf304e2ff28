import { IndexModel, Model } from './model';
import { HIDDEN } from './stored-form';

/** The attributes of an index, in the order of its keys. */
export interface IndexKeys {
  /** All are given by equality. */
  readonly partition: string[];
  /** Given from the left; the id is the last, so that the order is total. */
  readonly sort: string[];
}

/** DynamoDB's limit of attributes in a partition key and in a sort key of an index. */
export const KEY_ATTRIBUTES = 4;

/**
 * The keys of an index: the item's own fields, nothing concatenated.
 * The scope comes first wherever it bounds what a caller may see, and where the index names no partition of its own.
 */
export function indexKeys({ scope }: Pick<Model, 'scope'>, { partitionBy, sortBy }: IndexModel): IndexKeys {
  const isScoped = scope.kind === 'collection' ? partitionBy.length === 0 : scope.kind !== 'item';
  return {
    partition: isScoped ? [HIDDEN.scope, ...partitionBy] : partitionBy,
    sort: [...sortBy, scope.kind === 'item' ? scope.partitionKey : 'id'],
  };
}
