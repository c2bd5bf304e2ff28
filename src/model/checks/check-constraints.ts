import { Json, JsonSchema, listedValues, typeOf } from '../json-schema';
import { checkCanonical } from './check-canonical';
import { checkDecimal } from './check-decimal';

/** The greatest item. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const ITEM_BYTES = 400 * 1024;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (number) */
const MAGNITUDE = 1e126;

/** Pairs of a lower and an upper bound, by the names of the options. */
const RANGES = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
  ['minimum', 'maximum'],
] as const;

const SIZES = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;
const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;

/** Constraints of one field that are no values, contradict each other or can never be met. */
export function checkConstraints(at: string, schema: JsonSchema): string[] {
  return [checkSizes, checkNumbers, checkRanges, checkValues, checkDecimal, checkCanonical].flatMap((check) => check(at, schema));
}

function checkSizes(at: string, schema: JsonSchema): string[] {
  return SIZES.flatMap((name) => {
    const size = schema[name];
    if (size === undefined) return [];
    if (!Number.isInteger(size) || size < 0) return [`${at}: ${name} must be a whole number of at least 0, got ${size}`];
    if (size > ITEM_BYTES) return [`${at}: ${name} ${size} is more than an item can hold (400 KB); use at most ${ITEM_BYTES}`];
    return [];
  });
}

function checkNumbers(at: string, schema: JsonSchema): string[] {
  const mistakes = NUMBERS.filter((name) => schema[name] !== undefined && !Number.isFinite(schema[name]))
    .map((name) => `${at}: ${name} must be a finite number, got ${schema[name]}`);
  mistakes.push(...NUMBERS.filter((name) => Math.abs(schema[name] ?? 0) >= MAGNITUDE && Number.isFinite(schema[name]))
    .map((name) => `${at}: ${name} must be less than 1E126 in magnitude, which is DynamoDB's limit, got ${schema[name]}`));
  if (schema.multipleOf !== undefined && schema.multipleOf <= 0) mistakes.push(`${at}: multipleOf must be greater than 0, got ${schema.multipleOf}`);
  if (typeOf(schema) === 'integer') {
    mistakes.push(...(['minimum', 'maximum'] as const).filter((name) => Math.abs(schema[name] ?? 0) > Number.MAX_SAFE_INTEGER)
      .map((name) => `${at}: ${name} must be between -(2^53 - 1) and 2^53 - 1, beyond which JSON numbers are not exact, got ${schema[name]}`));
  }
  if (mistakes.length === 0 && !isPlainlyEmpty(schema) && isEmpty(schema)) mistakes.push(`${at}: no ${typeOf(schema)} fits ${bounds(schema)}; widen them`);
  return mistakes;
}

/** Said by name elsewhere: the least value is above the greatest. */
function isPlainlyEmpty({ minimum, maximum }: JsonSchema): boolean {
  return minimum !== undefined && maximum !== undefined && minimum > maximum;
}

/** Whether bounds and `multipleOf` leave no number. Steps are counted for whole numbers alone: in binary 0.3 is no multiple of 0.1. */
function isEmpty(schema: JsonSchema): boolean {
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity, minimum = -Infinity, maximum = Infinity, multipleOf } = schema;
  const least = Math.max(minimum, exclusiveMinimum);
  const greatest = Math.min(maximum, exclusiveMaximum);
  if (least > greatest || (least === greatest && (least === exclusiveMinimum || greatest === exclusiveMaximum))) return true;

  const step = multipleOf ?? 1;
  const isStepped = Number.isInteger(step) && (multipleOf !== undefined || typeOf(schema) === 'integer');
  if (!isStepped || !Number.isFinite(least) || !Number.isFinite(greatest)) return false;
  const multiple = Math.ceil(least / step) * step;
  const first = multiple === exclusiveMinimum ? multiple + step : multiple;
  return first > greatest || first === exclusiveMaximum;
}

function bounds(schema: JsonSchema): string {
  const given = NUMBERS.filter((name) => schema[name] !== undefined);
  return given.map((name) => `${name} ${schema[name]}`).join(', ').replace(/, ([^,]*)$/, ' and $1');
}

function checkRanges(at: string, schema: JsonSchema): string[] {
  return RANGES.filter(([low, high]) => schema[low] !== undefined && schema[high] !== undefined && schema[low] > schema[high])
    .map(([low, high]) => `${at}: ${low} ${schema[low]} is greater than ${high} ${schema[high]}, so no value fits; swap or widen them`);
}

function hasType(value: Json, type: ReturnType<typeof typeOf>): boolean {
  switch (type) {
    case undefined: return true;
    case 'array': return Array.isArray(value);
    case 'object': return typeof value === 'object' && !Array.isArray(value);
    case 'integer': return Number.isInteger(value);
    default: return typeof value === type;
  }
}

function checkValues(at: string, schema: JsonSchema): string[] {
  const values = listedValues(schema)?.filter((value) => value !== null);
  if (!values) return [];
  if (schema.enum && values.length === 0) return [`${at}: oneOf needs at least one value`];
  const stranger = values.find((value) => !hasType(value, typeOf(schema)));
  if (stranger !== undefined) return [`${at}: the value ${JSON.stringify(stranger)} has not the type ${typeOf(schema)}, so it never fits; leave it out`];
  const repeated = values.find((value, position) => values.indexOf(value) !== position);
  return repeated === undefined ? [] : [`${at}: oneOf names '${String(repeated)}' twice; name each value once`];
}
