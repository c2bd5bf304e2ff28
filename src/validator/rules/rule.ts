/**
 * One application of a validator to one value.
 */
export interface Run {
  /** The value is a merge patch (RFC 7396) at this place: members may be missing, and `null` removes. */
  readonly partial: boolean;
  /** Records a violation at `at`, or at the member `name` of it. */
  fail(at: string, code: string, detail: string, name?: string): void;
}

/**
 * What one keyword demands of a value. `at` is the value's JSON Pointer.
 *
 * Rules ship as their own source text (`Function.prototype.toString`), so that the generated module stands alone. Hence each factory in this folder is
 * closed: it uses its parameters and the language's globals, never another binding of its module.
 */
export type Rule = (value: unknown, at: string, run: Run) => void;
