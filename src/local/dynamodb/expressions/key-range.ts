import { validationError } from '../service-error';
import { Condition } from './legacy';
import { encodeAttribute, encodePrefix } from '../storage/key-encoding';
import { encodePartition, KeyAttribute, keyAttributes, KeySchema } from '../storage/key-schema';
import { AFTER_EVERY_BYTE, KeyRange } from '../storage/ordered-map';
import { AttributeValue, emptyItem } from '../values/attribute-value';

type Conditions = Readonly<Record<string, Condition>>;

/**
 * The keys that a Query's key conditions select: equality on every partition attribute, then on sort attributes from the left, the last of which
 * may have a range.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html
 * @throws ValidationException
 */
export function keyRangeOf(schema: KeySchema, conditions: Conditions): KeyRange {
  checkPartition(schema, conditions);
  const sort = usedSortAttributes(schema, conditions);
  checkTypes(schema, conditions);
  const partition = emptyItem();
  for (const { name } of schema.partition) partition[name] = valuesOf(conditions[name])[0];
  const last = sort.at(-1);
  const fixed = sort.slice(0, -1).map(({ name, type }) => encodeAttribute(valuesOf(conditions[name])[0], type)).join('');
  const prefix = encodePartition(schema, partition) + fixed;
  return last === undefined ? startingWith(prefix) : rangeOf(prefix, last, conditions[last.name]);
}

function rangeOf(prefix: string, { type }: KeyAttribute, condition: Condition): KeyRange {
  const [from, to] = valuesOf(condition).map((value) => prefix + encodeAttribute(value, type));
  const all = startingWith(prefix);
  switch (condition.ComparisonOperator) {
    case 'EQ': return startingWith(from);
    case 'LT': return { low: all.low, high: from };
    case 'LE': return { low: all.low, high: startingWith(from).high };
    case 'GT': return { low: startingWith(from).high, high: all.high };
    case 'GE': return { low: from, high: all.high };
    case 'BETWEEN': return { low: from, high: startingWith(to).high };
    default: return startingWith(prefix + encodePrefix(valuesOf(condition)[0], type));
  }
}

function startingWith(prefix: string): KeyRange {
  return { low: prefix, high: prefix + AFTER_EVERY_BYTE };
}

function valuesOf({ AttributeValueList = [] }: Condition): readonly AttributeValue[] {
  return AttributeValueList;
}

function isMultiAttribute({ partition, sort }: KeySchema): boolean {
  return partition.length > 1 || sort.length > 1;
}

function checkPartition(schema: KeySchema, conditions: Conditions): void {
  const attributes = keyAttributes(schema).length;
  const count = Object.keys(conditions).length;
  if (count > attributes) {
    throw validationError(`The number of query conditions (${count}) exceeds the number of key attributes defined in the schema (${attributes})`);
  }
  const missing = schema.partition.filter(({ name }) => conditions[name]?.ComparisonOperator !== 'EQ').map(({ name }) => name);
  if (missing.length === 0) return;
  if (isMultiAttribute(schema)) {
    throw validationError(`HASH key attributes ${missing.join(', ')} must have equality conditions specified in the query`);
  }
  if (conditions[missing[0]] === undefined) throw missingElement(missing[0]);
  throw validationError('Query key condition not supported');
}

/** Sort attributes with a condition. */
function usedSortAttributes({ partition, sort }: KeySchema, conditions: Conditions): readonly KeyAttribute[] {
  const last = sort.map(({ name }) => conditions[name] !== undefined).lastIndexOf(true);
  const used = sort.slice(0, last + 1);
  const gaps = used.slice(0, -1).filter(({ name }) => conditions[name]?.ComparisonOperator !== 'EQ').map(({ name }) => name);
  if (gaps.length > 0) {
    throw validationError(`RANGE key attributes ${gaps.join(', ')} must have equality conditions specified in the query `
      + `because a condition is present on key attribute ${sort[last].name}`);
  }
  if (Object.keys(conditions).length > partition.length + used.length) throw missingElement(sort[used.length].name);
  return used;
}

function checkTypes(schema: KeySchema, conditions: Conditions): void {
  for (const { name, type } of keyAttributes(schema)) {
    if (valuesOf(conditions[name] ?? {}).some((value) => value[type] === undefined)) {
      throw validationError('One or more parameter values were invalid: Condition parameter type does not match schema type');
    }
  }
}

function missingElement(name: string): Error {
  return validationError(`Query condition missed key schema element: ${name}`);
}
