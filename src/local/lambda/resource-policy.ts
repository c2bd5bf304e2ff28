/** One statement of a function's resource policy: `AWS::Lambda::Permission`. */
export interface InvokePermission {
  readonly functionArn: string;
  readonly principal: string;
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
}

/** A service that wants to invoke a function. */
export interface InvokeAttempt {
  readonly functionArn: string;
  readonly principal: string;
  readonly sourceArn: string;
  readonly sourceAccount: string;
}

/** Whether one of the permissions lets the service invoke the function for this source. */
export function mayInvoke(permissions: readonly InvokePermission[], attempt: InvokeAttempt): boolean {
  return permissions.some((permission) =>
    permission.functionArn === attempt.functionArn
    && permission.principal === attempt.principal
    && (permission.sourceAccount === undefined || permission.sourceAccount === attempt.sourceAccount)
    && (permission.sourceArn === undefined || arnLike(permission.sourceArn, attempt.sourceArn)));
}

/**
 * `AWS:SourceArn` is compared with ArnLike: each of the six parts by itself, with `*` and `?`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function arnLike(pattern: string, arn: string): boolean {
  const parts = arnParts(arn);
  const patterns = arnParts(pattern);
  return patterns.length === parts.length && patterns.every((each, position) => wildcard(each).test(parts[position]!));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's');
}
