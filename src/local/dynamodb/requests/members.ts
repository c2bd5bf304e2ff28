/**
 * The shape of a structure in a request, in the form of dynalite's tables: each member's type, and what its value must satisfy. The former is
 * read by {@link deserialize}, the latter by dynalite's `checkValidations`.
 */
export interface Members {
  readonly [name: string]: Member | string;
}

export interface Member {
  /** `String`, `List`, `Map<AttributeValue>`, `FieldStruct<Projection>` and so on. */
  readonly type: string;
  /** Of a list's or map's members, their type; of a structure, its members. */
  readonly children?: Member | Members | string;
  readonly [constraint: string]: unknown;
}
