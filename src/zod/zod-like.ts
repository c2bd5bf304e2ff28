/**
 * What is used of a zod 4 schema. Nothing of zod is imported, so its version is the user's choice.
 *
 * The JSON Schema comes from Standard Schema's interface; the definition is looked at for what that leaves out.
 *
 * @see https://standardschema.dev/json-schema
 * @see https://zod.dev/library-authors
 */
export interface ZodLike<Input = unknown, Output = unknown> {
  readonly '~standard': {
    readonly vendor: string;
    readonly jsonSchema: { readonly input: (options: { target: 'draft-2020-12' }) => Record<string, unknown> };
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
  readonly '_zod': { readonly def: object };
}

/** A schema's definition: the members that matter here, whichever kind it is of. */
export interface ZodDefinition {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: ZodCheck } }[];
  readonly coerce?: boolean;
  /** Of a string: the format, if the schema is one of a format; the schema is then a check as well. */
  readonly format?: string;
  readonly pattern?: RegExp;
  /** Of a URL. */
  readonly hostname?: RegExp;
  readonly protocol?: RegExp;
  /** Of a date and time: an offset may be missing. */
  readonly local?: boolean;
  readonly innerType?: ZodLike;
  readonly element?: ZodLike;
  readonly shape?: { readonly [name: string]: ZodLike };
  readonly catchall?: ZodLike;
  readonly options?: readonly ZodLike[];
  readonly keyType?: ZodLike;
  readonly valueType?: ZodLike;
  readonly getter?: () => ZodLike;
  /** Of a default: computed at each access if it was given as a function. */
  readonly defaultValue?: unknown;
}

/** A rule of a schema. */
export interface ZodCheck {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly hostname?: RegExp;
  readonly protocol?: RegExp;
  readonly local?: boolean;
}

export function definitionOf(schema: ZodLike): ZodDefinition {
  return schema._zod.def as ZodDefinition;
}
