/** A part of an OpenAPI 3.1 document. */
export interface OpenApi {
  readonly [name: string]: unknown;
}

/** What the document says about the API as a whole. */
export interface ApiInfo {
  readonly title: string;
  /** Of the API, as its owner counts. */
  readonly version: string;
  readonly description?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  /** Absent: the document says that no licence is given. */
  readonly license?: { readonly name: string; readonly url?: string; readonly identifier?: string };
  /** Where the API is; absent: where the document is. */
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
  /** Who may call, by the entity's path; absent: anyone. */
  readonly access?: { readonly [path: string]: Access };
}

/** Who may call an entity's operations. */
export type Access =
  | { readonly kind: 'none' }
  | { readonly kind: 'jwt'; readonly issuer: string; readonly audience: readonly string[] };

export const PROBLEM_TYPE = 'application/problem+json';
export const JSON_TYPE = 'application/json';
export const MERGE_PATCH_TYPE = 'application/merge-patch+json';
