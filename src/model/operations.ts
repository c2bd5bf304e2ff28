/** The operations that an API can have. */
export type OperationName =
  | 'create' | 'list' | 'get' | 'replace' | 'update' | 'delete'
  | 'upsert' | 'batch' | 'count' | 'clear' | 'restore';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation, as configured. */
export interface OperationModel {
  readonly method: HttpMethod;
  /** Relative to the API's path: `/`, `/{id}`, `/count`. The item's parameter is always written `{id}` here. */
  readonly path: string;
  /** Status of a success. */
  readonly successStatus: number;
  /** Status of a PUT that has made the item. Left out: `successStatus`. */
  readonly createdStatus?: number;
  /** Member of the answer that holds the item, for clients that expect one. */
  readonly envelope?: string;
}

/** What an operation is, unless it is configured otherwise. */
export const OPERATION_DEFAULTS: { readonly [name in OperationName]: OperationModel } = {
  create: { method: 'POST', path: '/', successStatus: 201 },
  list: { method: 'GET', path: '/', successStatus: 200 },
  get: { method: 'GET', path: '/{id}', successStatus: 200 },
  replace: { method: 'PUT', path: '/{id}', successStatus: 200, createdStatus: 201 },
  update: { method: 'PATCH', path: '/{id}', successStatus: 200 },
  delete: { method: 'DELETE', path: '/{id}', successStatus: 204 },
  upsert: { method: 'PUT', path: '/', successStatus: 200, createdStatus: 201 },
  batch: { method: 'POST', path: '/batch', successStatus: 200 },
  count: { method: 'GET', path: '/count', successStatus: 200 },
  clear: { method: 'DELETE', path: '/', successStatus: 200 },
  restore: { method: 'POST', path: '/{id}/restore', successStatus: 200 },
};

/** The operations of an API that says nothing about them. Others are on request, since each adds rights. */
export const STANDARD_OPERATIONS: readonly OperationName[] = ['create', 'list', 'get', 'replace', 'update', 'delete'];
