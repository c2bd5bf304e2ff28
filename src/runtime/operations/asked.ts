import { Json, Model, OperationModel, OperationName, Validator } from '../../model';
import { WriteToken } from '../item/write-token';
import { Preconditions } from '../request/preconditions';

/** What is the same for all requests of a function. */
export interface Api {
  readonly model: Model;
  readonly validator: Validator;
  readonly tableName: string;
  /** Table of the rows that are no items: markers of unique values and records of requests. */
  readonly recordTableName: string;
  /** Table of the parent's items, where a child must have one. */
  readonly parentTableName?: string;
  /** Eight digits that change with the model. */
  readonly fingerprint: string;
  /** The fields of an item that clients can see, in the order of an answer. */
  readonly visibleFields: readonly string[];
}

/** A request, understood: all that an operation's steps depend on. */
export interface Asked {
  readonly api: Api;
  readonly name: OperationName;
  readonly settings: OperationModel;
  /** The value of `_scope`, for the first shard of a collection; undefined where the key is the id alone. */
  readonly scope?: string;
  /** The scope and the id of the item that the path names as this one's parent. */
  readonly parent?: { readonly scope: string; readonly id: string };
  /** Who asks, as far as an authorizer knows; empty without one. */
  readonly caller: string;
  readonly idempotencyKey?: string;
  /** From the path. */
  readonly id?: string;
  readonly preconditions: Preconditions;
  /** The write becomes a part of a transaction, which answers no values: of an item that was replaced unseen, nor whether there was one. */
  readonly inTransaction?: true;
  /** Of operations that have a body. */
  readonly body?: Json;
  /** Of the query, by name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Those of an item that are shown. */
  readonly fields: readonly string[];
  readonly preferredReturn?: 'minimal' | 'representation';
  /** The collection's path with stage and base path, or its public address. */
  readonly collectionUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Milliseconds since the request came. */
  readonly elapsed: () => number;
  readonly token: WriteToken;
  readonly newId: () => string;
}
