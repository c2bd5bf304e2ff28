/** One way in which a value does not fit the schema. */
export interface Violation {
  /** Where, as a JSON Pointer (RFC 6901): empty for the whole value. */
  readonly pointer: string;
  /** The rule in JSON Schema's words: `required`, `maxLength`, `type`, `unknown` … */
  readonly code: string;
  /** A sentence for people, without a final period. */
  readonly detail: string;
}

/** What a generated validator exports. Neither function changes its argument; all violations are reported at once. */
export interface Validator {
  /** A whole item, as in a create or a replace. */
  item(value: unknown): Violation[];
  /** A merge patch (RFC 7396): `null` removes a member, objects with named members are partial. */
  patch(value: unknown): Violation[];
}
