import { AuthorizationRequest, evaluate, Evaluation } from './evaluate';
import { Statement } from './policy';
import { Principal } from './principal';

export type Decision = Allowed | Denied;

export interface Allowed {
  readonly allowed: true;
}

export interface Denied {
  readonly allowed: false;
  /** In the words of AWS. */
  readonly message: string;
  /** A statement that would have allowed it. */
  readonly missing?: Statement;
  /** The statement that forbids it. */
  readonly deniedBy?: Statement;
}

/** Decides a call that asks for several things: all of them must be allowed, the first that is not decides. */
export function authorize(principal: Principal, requests: readonly AuthorizationRequest[], at = new Date()): Decision {
  const caller = principal.context(at);
  for (const request of requests) {
    const evaluation = evaluate(principal.policies, { ...request, context: { ...caller, ...request.context } });
    if (evaluation.decision !== 'allowed') return denied(principal, request, evaluation);
  }
  return { allowed: true };
}

function denied(principal: Principal, request: AuthorizationRequest, evaluation: Evaluation): Denied {
  return {
    allowed: false,
    message: denialMessage(principal.arn, request, evaluation),
    ...(evaluation.statement ? { deniedBy: evaluation.statement } : { missing: describeMissing(request) }),
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function denialMessage(principalArn: string, { action, resource }: AuthorizationRequest, { decision }: Evaluation): string {
  const why = decision === 'explicitDeny'
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`;
  return `User: ${principalArn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}

/** The least statement that allows the request. */
export function describeMissing({ action, resource, context }: AuthorizationRequest): Statement {
  const operation = context['dynamodb:EnclosingOperation'];
  return {
    Effect: 'Allow',
    Action: action,
    Resource: resource,
    ...(operation === undefined ? {} : { Condition: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': operation } } }),
  };
}
