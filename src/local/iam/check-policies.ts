import { parseOperator } from './condition';
import { CONDITION_OPERATORS } from './condition-operators';
import { isKnownKey, isMultiValued } from './context-keys';
import { listOf, PolicyDocument, Statement, VERSION_WITH_VARIABLES } from './policy';

/**
 * Names what cannot be evaluated here as AWS would, one line each; empty if everything can.
 *
 * @param services prefixes of the actions that are evaluated; statements about other services are not looked at
 */
export function checkPolicies(policies: readonly PolicyDocument[], services: readonly string[] = ['dynamodb']): string[] {
  return policies.flatMap(({ Version, Statement: statements }, policy) => listOf(statements).flatMap((statement, index) => {
    const name = `policy ${policy + 1}, statement ${index + 1}${statement.Sid === undefined ? '' : ` (${statement.Sid})`}`;
    return isAbout(statement, services) ? faultsOf(statement, Version === VERSION_WITH_VARIABLES).map((fault) => `${name}: ${fault}`) : [];
  }));
}

function isAbout({ Action, NotAction }: Statement, services: readonly string[]): boolean {
  if (Action === undefined) return true;
  return NotAction !== undefined || listOf(Action).some((action) => {
    const [service] = action.toLowerCase().split(':');
    return service.includes('*') || service.includes('?') || services.includes(service);
  });
}

function faultsOf(statement: Statement, hasVariables: boolean): string[] {
  const { Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
  const faults: string[] = [];
  if (Effect !== 'Allow' && Effect !== 'Deny') faults.push(`Effect is ${JSON.stringify(Effect)}; allowed are Allow and Deny`);
  if ((Action === undefined) === (NotAction === undefined)) faults.push('needs either Action or NotAction');
  if ((Resource === undefined) === (NotResource === undefined)) faults.push('needs either Resource or NotResource');
  const actions = [...listOf(Action), ...listOf(NotAction)];
  faults.push(...actions.filter(isMalformedAction).map((action) => `${action} is no action; write * or SERVICE:ACTION, with wildcards in ACTION alone`));
  const texts = [...listOf(Resource), ...listOf(NotResource)];
  for (const [operator, keys] of Object.entries(Condition ?? {})) {
    faults.push(...operatorFaults(operator));
    for (const [key, values] of Object.entries(keys)) {
      faults.push(...keyFaults(key, operator));
      texts.push(...listOf(values).map(String));
    }
  }
  if (hasVariables) faults.push(...texts.flatMap(unknownVariables).map((key) => `the variable \${${key}} has no value that is known locally`));
  return faults;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function isMalformedAction(action: string): boolean {
  return action !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(action);
}

function operatorFaults(operator: string): string[] {
  if (parseOperator(operator)) return [];
  const known = ['Null', ...Object.keys(CONDITION_OPERATORS)].join(', ');
  return [`unknown condition operator ${operator}; known are ${known}, with ForAnyValue: or ForAllValues: before and IfExists behind, except for Null`];
}

function keyFaults(key: string, operator: string): string[] {
  if (!isKnownKey(key)) return [`the condition key ${key} has no value that is known locally`];
  const setOperator = parseOperator(operator)?.set;
  return isMultiValued(key) && operator !== 'Null' && setOperator === undefined
    ? [`the condition key ${key} has several values; put ForAllValues: or ForAnyValue: before ${operator}`]
    : [];
}

function unknownVariables(text: string): string[] {
  return [...text.matchAll(/\$\{([^},]+)[^}]*\}/g)].map(([, key]) => key).filter((key) => key.length > 1 && !isKnownKey(key));
}
