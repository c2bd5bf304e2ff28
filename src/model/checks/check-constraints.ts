import { JsonSchema, typeOf } from '../json-schema';

/** The greatest item. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const ITEM_BYTES = 400 * 1024;

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
  return [checkSizes, checkNumbers, checkRanges, checkValues, checkDecimal].flatMap((check) => check(at, schema));
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
  if (schema.multipleOf !== undefined && schema.multipleOf <= 0) mistakes.push(`${at}: multipleOf must be greater than 0, got ${schema.multipleOf}`);
  if (typeOf(schema) === 'integer') {
    mistakes.push(...(['minimum', 'maximum'] as const).filter((name) => Math.abs(schema[name] ?? 0) > Number.MAX_SAFE_INTEGER)
      .map((name) => `${at}: ${name} must be between -(2^53 - 1) and 2^53 - 1, beyond which JSON numbers are not exact, got ${schema[name]}`));
  }
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum } = schema;
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const greatest = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const excluded = exclusiveMinimum === least || exclusiveMaximum === greatest;
  const isPlainRange = exclusiveMinimum === undefined && exclusiveMaximum === undefined;
  if (!isPlainRange && (least > greatest || (least === greatest && excluded))) {
    mistakes.push(`${at}: no number fits the bounds ${least} and ${greatest}; widen one of them`);
  }
  return mistakes;
}

function checkRanges(at: string, schema: JsonSchema): string[] {
  return RANGES.filter(([low, high]) => schema[low] !== undefined && schema[high] !== undefined && schema[low] > schema[high])
    .map(([low, high]) => `${at}: ${low} ${schema[low]} is greater than ${high} ${schema[high]}, so no value fits; swap or widen them`);
}

function checkValues(at: string, schema: JsonSchema): string[] {
  const values = schema.enum?.filter((value) => value !== null);
  if (!values) return [];
  if (values.length === 0) return [`${at}: oneOf needs at least one value`];
  const repeated = values.find((value, position) => values.indexOf(value) !== position);
  return repeated === undefined ? [] : [`${at}: oneOf names '${String(repeated)}' twice; name each value once`];
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** DynamoDB's precision. */
const DIGITS = 38;

function checkDecimal(at: string, schema: JsonSchema): string[] {
  return (['x-minimum', 'x-maximum'] as const).flatMap((name) => {
    const bound = schema[name];
    if (bound === undefined) return [];
    const option = name.slice(2);
    if (typeof bound !== 'string' || !DECIMAL.test(bound)) return [`${at}: ${option} must be a decimal text such as '19.90', got '${bound}'`];
    const digits = bound.replace(/[-.]/g, '').replace(/^0+/, '').length;
    return digits > DIGITS ? [`${at}: ${option} must have at most ${DIGITS} digits, got ${digits}`] : [];
  });
}
