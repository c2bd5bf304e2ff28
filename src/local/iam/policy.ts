/**
 * An identity policy, as IAM's JSON has it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface PolicyDocument {
  /** Without it a policy is read as of `2008-10-17`, which has no variables. */
  readonly Version?: string;
  readonly Statement: OneOrMany<Statement>;
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Condition?: Conditions;
}

/** Values by context key, by operator. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMany<ConditionValue>>>>>;

/** IAM stores all of them as texts. */
export type ConditionValue = string | number | boolean;

export type OneOrMany<T> = T | readonly T[];

/** What is known of a request, by context key; a key of several values is a list. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** The language version that brought variables. */
export const VERSION_WITH_VARIABLES = '2012-10-17';

export function listOf<T>(value: OneOrMany<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value as readonly T[] : [value as T];
}
