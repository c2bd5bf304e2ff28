import { ObjectSchema } from './json-schema';
import { OperationModel, OperationName } from './operations';

/** Changes when a reader of an older model could misread a newer one. */
export const MODEL_VERSION = 1;

/**
 * Everything that is declared about one entity and its API, as one plain JSON document.
 *
 * Table keys, IAM statements, routes, the OpenAPI document, the validator and the DynamoDB calls are projections of it.
 */
export interface Model {
  readonly modelVersion: typeof MODEL_VERSION;
  readonly entity: EntityModel;
  /** The fields that clients write and read, without those that the server sets. */
  readonly schema: ObjectSchema;
  readonly scope: ScopeModel;
  readonly indexes: IndexModel[];
  /** Path of the collection, without trailing slash: `/todos`, `/v1/users/{userId}/todos`. */
  readonly path: string;
  /** Name of the path's variable for the item: `id`, `userId`. */
  readonly pathParameter: string;
  readonly operations: { readonly [name in OperationName]?: OperationModel };
  readonly request: RequestModel;
  readonly response: ResponseModel;
}

export interface EntityModel {
  /** In the singular: `todo`. */
  readonly name: string;
  /** `todos`. */
  readonly plural: string;
  /** Who chooses an item's id: the server (UUIDv7, RFC 9562), or the client. */
  readonly itemId: 'generated' | 'clientChosen';
  /** Clients may set `expiresAt`; an item past it is absent. */
  readonly expiry: boolean;
  /** How long a deleted item can be restored, in seconds; absent: a delete is final. */
  readonly softDeleteSeconds?: number;
}

/** Where items live: what the partition key `_scope` is made of. */
export type ScopeModel =
  | { readonly kind: 'collection'; readonly shards: number; readonly writeShards: number }
  | { readonly kind: 'owner' }
  | { readonly kind: 'tenant'; readonly claim: string }
  | { readonly kind: 'parent'; readonly parents: ParentModel[]; readonly root: RootScopeModel; readonly requireParent: boolean }
  | { readonly kind: 'item'; readonly partitionKey: string };

/** What an item's key is made of, besides the request. */
export interface KeyModel {
  readonly itemId: EntityModel['itemId'];
  readonly scope:
    | { readonly kind: 'collection'; readonly shards: number }
    | { readonly kind: 'owner' | 'tenant' | 'parent' }
    | { readonly kind: 'item'; readonly partitionKey: string };
}

/** An ancestor in the path, outermost first. */
export interface ParentModel extends KeyModel {
  readonly entity: string;
  readonly pathParameter: string;
}

/**
 * What bounds the outermost parent: nothing, the caller, or a claim.
 * `sameAs`: its id in the path is the claim's value; another one is not found.
 */
export type RootScopeModel =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'owner' }
  | { readonly kind: 'tenant'; readonly claim: string }
  | { readonly kind: 'sameAs'; readonly claim: string };

/** A global secondary index of multi-attribute keys; `id` is always its last sort attribute. */
export interface IndexModel {
  readonly name: string;
  readonly partitionBy: string[];
  readonly sortBy: string[];
}

export interface RequestModel {
  /** In bytes, at most 6 MB (the limit of a Lambda invocation). */
  readonly maxBodyBytes: number;
  /** Accepts JSON under any content type, for clients such as `curl -d`. */
  readonly lenientContentType: boolean;
  /** What becomes of a field that the schema does not know. */
  readonly unknownFields: 'reject' | 'strip';
  /** A write of an existing item without `If-Match` is 428. */
  readonly requireIfMatch: boolean;
  /** `Idempotency-Key` is honoured on CREATE. */
  readonly idempotencyKey: boolean;
  /** A list may read the whole table when no index serves its filter; scope `item` only. */
  readonly allowScan: boolean;
}

export interface ResponseModel {
  readonly list: 'page' | 'pageWithCount' | 'bareArray';
  /** Prefix of `Location` and `Link`; absent: they are path-absolute. */
  readonly publicUrl?: string;
  /** GET and HEAD read strongly (1 RRU a 4 KB) unless this is false (half of it). */
  readonly consistentGet: boolean;
}

/** What a request is held to, unless the API says otherwise. */
export const REQUEST_DEFAULTS: RequestModel = {
  maxBodyBytes: 256 * 1024,
  lenientContentType: false,
  unknownFields: 'reject',
  requireIfMatch: false,
  idempotencyKey: false,
  allowScan: false,
};

export const RESPONSE_DEFAULTS: ResponseModel = { list: 'page', consistentGet: true };
