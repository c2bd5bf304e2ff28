import { conditionsHold } from './condition';
import { arnPatternOf, matches, patternOf } from './pattern';
import { Context, listOf, OneOrMany, PolicyDocument, Statement, VERSION_WITH_VARIABLES } from './policy';
import { RequestContext } from './request-context';

/** What is to be allowed. */
export interface AuthorizationRequest {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** An ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  readonly context: Context;
}

export interface Evaluation {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** The statement that decided; absent from an implicit deny, which is the absence of any. */
  readonly statement?: Statement;
}

/**
 * Evaluates identity policies as IAM does: a Deny that applies wins, else an Allow that applies, else nothing is allowed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policies: readonly PolicyDocument[], request: AuthorizationRequest): Evaluation {
  const context = new RequestContext(request.context);
  let allow: Statement | undefined;
  for (const { Version, Statement: statements } of policies) {
    const hasVariables = Version === VERSION_WITH_VARIABLES;
    for (const statement of listOf(statements)) {
      if (statement.Effect === 'Allow' && allow) continue;
      if (!applies(statement, request, context, hasVariables)) continue;
      if (statement.Effect === 'Deny') return { decision: 'explicitDeny', statement };
      allow = statement;
    }
  }
  return allow ? { decision: 'allowed', statement: allow } : { decision: 'implicitDeny' };
}

/** Actions first: what a statement says of resources and conditions is read only if it is about the action. */
function applies(statement: Statement, { action, resource }: AuthorizationRequest, context: RequestContext, hasVariables: boolean): boolean {
  return actionApplies(statement, action)
    && resourceApplies(statement, resource, hasVariables ? context : undefined)
    && conditionsHold(statement.Condition ?? {}, context, hasVariables);
}

/** Whether a statement is about an action; actions have no case. */
export function actionApplies({ Action, NotAction }: Statement, action: string): boolean {
  const fits = (stated: OneOrMany<string>) => listOf(stated).some((one) => actionMatches(one, action));
  return Action === undefined ? NotAction !== undefined && !fits(NotAction) : fits(Action);
}

function actionMatches(stated: string, action: string): boolean {
  return stated === action || matches(patternOf(stated.toLowerCase(), undefined)!, action.toLowerCase());
}

function resourceApplies({ Resource, NotResource }: Statement, resource: string, variables: RequestContext | undefined): boolean {
  if (Resource !== undefined) return listOf(Resource).some((stated) => resourceMatches(stated, resource, variables) === true);
  return NotResource !== undefined && listOf(NotResource).every((stated) => resourceMatches(stated, resource, variables) === false);
}

/** Undefined if a variable has no value: then the resource is neither the stated one nor another. */
function resourceMatches(stated: string, resource: string, variables: RequestContext | undefined): boolean | undefined {
  // what policies say most, word for word; neither wildcards nor variables come in the name of a resource
  if (stated === '*' || stated === resource) return true;
  const pattern = arnPatternOf(stated, variables, { complete: true, expand: true });
  return pattern && matches(pattern, resource);
}
