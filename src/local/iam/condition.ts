import { CONDITION_OPERATORS, ConditionOperator } from './condition-operators';
import { Conditions, listOf } from './policy';
import { RequestContext } from './request-context';

/** An operator's name, taken apart. */
export interface OperatorName {
  /** How a key of several values is compared; absent: as one value. */
  readonly set?: 'ForAnyValue' | 'ForAllValues';
  readonly name: string;
  /** A key that the request has not is no obstacle. */
  readonly ifExists: boolean;
}

/** `ForAnyValue:StringEqualsIfExists` in parts; undefined if there is no such operator. */
export function parseOperator(text: string): OperatorName | undefined {
  const [, set, name, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  if (text === 'Null') return { name: 'Null', ifExists: false };
  return name !== undefined && Object.hasOwn(CONDITION_OPERATORS, name)
    ? { set: set as OperatorName['set'], name, ifExists: ifExists !== undefined }
    : undefined;
}

/**
 * Whether all conditions hold: every key of every operator.
 *
 * @param hasVariables whether the policy's language version has variables
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsHold(conditions: Conditions, context: RequestContext, hasVariables: boolean): boolean {
  return Object.entries(conditions).every(([text, keys]) => {
    const operator = parseOperator(text);
    if (!operator) throw new Error(`unknown condition operator ${text}; checkPolicies names such policies before they are used`);
    return Object.entries(keys).every(([key, stated]) => keyHolds(
      operator, context.get(key), listOf(stated).map(String), hasVariables ? context : undefined,
    ));
  });
}

type Requested = string | readonly string[] | undefined;

function keyHolds({ set, name, ifExists }: OperatorName, requested: Requested, stated: readonly string[], variables?: RequestContext): boolean {
  if (name === 'Null') return stated.some((value) => value.toLowerCase() === String(requested === undefined));
  const operator = CONDITION_OPERATORS[name];
  if (requested === undefined) return ifExists || set === 'ForAllValues' || (set === undefined && operator.negated);
  const test = (value: string) => valueHolds(operator, value, stated, variables);
  switch (set) {
    case 'ForAnyValue':
      return listOf(requested).some(test);
    case 'ForAllValues':
      return listOf(requested).every(test);
    default:
      // keys of several values need a set operator; without one AWS promises nothing, and nothing is granted
      return typeof requested === 'string' && test(requested);
  }
}

/** Several values of the policy are alternatives; of a negated operator, none of them may fit. */
function valueHolds({ compare, negated }: ConditionOperator, requested: string, stated: readonly string[], variables?: RequestContext): boolean {
  return negated
    ? stated.every((value) => compare(requested, value, variables) === false)
    : stated.some((value) => compare(requested, value, variables) === true);
}
