import { Expression, FunctionCall, Path, UpdateAction } from './syntax';
import { AttributeValue } from '../values/attribute-value';

/** The parameters from before expressions, which are still part of the API, turned into expressions. */

/** A member of `KeyConditions`, `QueryFilter` and `ScanFilter`. */
export interface Condition {
  readonly ComparisonOperator: string;
  readonly AttributeValueList?: readonly AttributeValue[];
}

/** A member of `Expected`. */
export interface ExpectedAttributeValue {
  readonly ComparisonOperator?: string;
  readonly AttributeValueList?: readonly AttributeValue[];
  readonly Value?: AttributeValue;
  readonly Exists?: boolean;
}

/** A member of `AttributeUpdates`. */
export interface AttributeValueUpdate {
  readonly Action?: string;
  readonly Value?: AttributeValue;
}

const COMPARISON = {
  EQ: '=', NE: '<>', LT: '<', LE: '<=', GT: '>', GE: '>=', IN: 'in', BETWEEN: 'between',
} as const;

const FUNCTION: Readonly<Record<string, string>> = {
  NOT_NULL: 'attribute_exists', NULL: 'attribute_not_exists', CONTAINS: 'contains', BEGINS_WITH: 'begins_with',
};

export function expressionOfConditions(conditions: Readonly<Record<string, Condition>>, conditionalOperator?: string): Expression {
  const args = Object.keys(conditions).map((name) => expressionOf([name], conditions[name]));
  return { type: conditionalOperator === 'OR' ? 'or' : 'and', args };
}

export function expressionOfExpected(expected: Readonly<Record<string, ExpectedAttributeValue>>, conditionalOperator?: string): Expression {
  const conditions = Object.create(null) as Record<string, Condition>;
  for (const name of Object.keys(expected)) conditions[name] = conditionOf(expected[name]);
  return expressionOfConditions(conditions, conditionalOperator);
}

function conditionOf({ ComparisonOperator, AttributeValueList, Value, Exists }: ExpectedAttributeValue): Condition {
  const values = AttributeValueList ?? (Value === undefined ? [] : [Value]);
  return { ComparisonOperator: ComparisonOperator ?? (Exists === false ? 'NULL' : 'EQ'), AttributeValueList: values };
}

function expressionOf(path: Path, { ComparisonOperator: operator, AttributeValueList: values = [] }: Condition): Expression {
  if (operator in COMPARISON) return { type: COMPARISON[operator as keyof typeof COMPARISON], args: [path, ...values] };
  const call = (name: string): FunctionCall => ({ type: 'function', name, args: [path, ...values] });
  return operator === 'NOT_CONTAINS' ? { type: 'not', args: [call('contains')] } : call(FUNCTION[operator]);
}

export function actionsOfUpdates(updates: Readonly<Record<string, AttributeValueUpdate>>): UpdateAction[] {
  return Object.keys(updates).map((name) => actionOf([name], updates[name]));
}

function actionOf(path: Path, { Action: action = 'PUT', Value: value }: AttributeValueUpdate): UpdateAction {
  if (value === undefined) return { type: 'remove', path };
  const attrType = Object.keys(value)[0] as 'N' | 'SS' | 'NS' | 'BS' | 'L';
  if (action === 'PUT') return { type: 'set', path, val: value };
  if (action === 'DELETE') return { type: 'delete', path, val: value, attrType };
  if (attrType !== 'L') return { type: 'add', path, val: value, attrType };
  const existing = { type: 'function', name: 'if_not_exists', args: [path, { L: [] }] } as const;
  return { type: 'set', path, val: { type: 'function', name: 'list_append', args: [existing, value] } };
}
