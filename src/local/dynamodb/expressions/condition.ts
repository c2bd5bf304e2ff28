import { ComparisonOperator, Expression, FunctionCall, isFunctionCall, isPath, Operand, Path } from './syntax';
import { attributeOf, AttributeType, AttributeValue, Item, typeOf } from '../values/attribute-value';
import { beginsWith, compareValues, containsValue, equalValues, sizeOperand } from '../values/comparison';

/** Whether a condition holds for an item; for none, pass the empty item. */
export function holds(expression: Expression, item: Item): boolean {
  switch (expression.type) {
    case 'and': return expression.args.every((part) => holds(part, item));
    case 'or': return expression.args.some((part) => holds(part, item));
    case 'not': return !holds(expression.args[0], item);
    case 'function': return callHolds(expression, item);
    default: return operatorHolds(expression.type, expression.args.map((operand) => valueOf(operand, item)));
  }
}

/** What a path leads to. */
export function resolvePath(path: Path, item: Item): AttributeValue | undefined {
  let value: AttributeValue | undefined = { M: item };
  for (const step of path) {
    if (value === undefined) return undefined;
    value = typeof step === 'number' ? value.L?.[step] : attributeOf(value.M, step);
  }
  return value;
}

function valueOf(operand: Operand, item: Item): AttributeValue | undefined {
  if (isPath(operand)) return resolvePath(operand, item);
  if (!isFunctionCall(operand)) return operand;
  const sized = valueOf(operand.args[0], item);
  return sized && sizeOperand(sized);
}

const ORDER: Record<Exclude<ComparisonOperator, '=' | '<>'>, (comparison: number) => boolean> = {
  '<': (comparison) => comparison < 0,
  '<=': (comparison) => comparison <= 0,
  '>': (comparison) => comparison > 0,
  '>=': (comparison) => comparison >= 0,
};

/** An absent operand equals nothing, so that `<>` holds and everything else does not. */
function operatorHolds(type: ComparisonOperator | 'between' | 'in', values: ReadonlyArray<AttributeValue | undefined>): boolean {
  const [value, ...others] = values;
  const equals = (other: AttributeValue | undefined) => value !== undefined && other !== undefined && equalValues(value, other);
  const compares = (other: AttributeValue | undefined, matches: (comparison: number) => boolean) => {
    const comparison = value && other && compareValues(value, other);
    return comparison !== undefined && matches(comparison);
  };
  switch (type) {
    case '=': return equals(others[0]);
    case '<>': return !equals(others[0]);
    case 'in': return others.some(equals);
    case 'between': return compares(others[0], ORDER['>=']) && compares(others[1], ORDER['<=']);
    default: return compares(others[0], ORDER[type]);
  }
}

function callHolds({ name, args }: FunctionCall, item: Item): boolean {
  const [value, argument] = args.map((operand) => valueOf(operand, item));
  if (name === 'attribute_not_exists') return value === undefined;
  if (value === undefined) return false;
  if (name === 'attribute_exists') return true;
  if (argument === undefined) return false;
  switch (name) {
    case 'attribute_type': return typeOf(value) === (argument.S as AttributeType);
    case 'begins_with': return beginsWith(value, argument);
    default: return containsValue(value, argument);
  }
}
