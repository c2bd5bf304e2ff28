/** Who may call, as data. */
export type AuthModel =
  | { readonly kind: 'none' }
  | { readonly kind: 'jwt'; readonly issuer: string; readonly audience: string[] };
