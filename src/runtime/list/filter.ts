import { canonicalDateTime, decimalText, FilterOperator, filterOperatorsOf, isDate, isDateTime, JsonSchema, readDecimal, storedFormOf } from '../../model';
import { compareNumbers } from '../item/decimal';
import { parseNumber } from '../request/json-number';
import { AttributeValue } from '../store/call';

/** One `field:op=value` of a list. */
export interface Filter {
  /** As in the query: `address.city:beginsWith`. */
  readonly parameter: string;
  readonly path: readonly string[];
  readonly operator: FilterOperator;
  readonly values: readonly AttributeValue[];
  /** May run after the read, without an index. */
  readonly filterable: boolean;
}

/** DynamoDB's limit of operands: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MOST_VALUES = 100;

/** The values of a filter in their stored form, or what is wrong with them. */
export function filterValues(schema: JsonSchema, operator: FilterOperator, text: string): AttributeValue[] | { readonly mistake: string } {
  const operators = filterOperatorsOf(schema);
  if (!operators.includes(operator)) return { mistake: `the operator must be one of ${operators.join(', ')}` };
  const texts = operator === 'between' || operator === 'in' ? splitAtCommas(text) : [text];
  if (operator === 'between' && texts.length !== 2) return { mistake: 'between needs two values, separated by a comma' };
  if (texts.length > MOST_VALUES) return { mistake: `at most ${MOST_VALUES} values are allowed` };

  // an element of a list is looked for as a whole
  const [compared, by] = operator === 'contains' && schema.items ? [schema.items, 'eq'] as const : [schema, operator];
  const values = texts.map((part) => parse(compared, by, part));
  if (!values.every((value) => value !== undefined)) return { mistake: `the value must be ${wanted(compared, by)}` };
  if (operator === 'between' && compareValues(values[0], values[1]) > 0) return { mistake: 'the first value of between must not be greater than the second' };
  return values;
}

/** A comma separates values, a backslash takes the next character as it is. */
function splitAtCommas(text: string): string[] {
  const parts = [''];
  for (const [part] of text.matchAll(/\\[^]|[^\\,]+|,|\\/g)) {
    if (part === ',') parts.push('');
    else parts[parts.length - 1] += part.length > 1 && part.startsWith('\\') ? part.slice(1) : part;
  }
  return parts;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function parse(schema: JsonSchema, operator: FilterOperator, text: string): AttributeValue | undefined {
  if (operator === 'exists') return parseFlag(text);
  switch (storedFormOf(schema)) {
    case 'N': return parseNumeric(schema, text);
    case 'BOOL': return parseFlag(text);
    case 'B': return parseBinary(text);
    case 'S': return operator === 'beginsWith' || operator === 'contains' ? { S: text } : parseText(schema, text);
    default: return undefined;
  }
}

function parseFlag(text: string): AttributeValue | undefined {
  return text === 'true' || text === 'false' ? { BOOL: text === 'true' } : undefined;
}

/** In the one text that a value has (RFC 4648, 3.5). */
function parseBinary(text: string): AttributeValue | undefined {
  return Buffer.from(text, 'base64').toString('base64') === text ? { B: text } : undefined;
}

function parseNumeric({ format }: JsonSchema, text: string): AttributeValue | undefined {
  if (format === 'decimal') {
    const decimal = readDecimal(text);
    return decimal && { N: decimalText(decimal) };
  }
  if (!NUMBER.test(text)) return undefined;
  const value = parseNumber(text);
  return typeof value === 'number' ? { N: String(value) } : undefined;
}

function parseText({ format }: JsonSchema, text: string): AttributeValue | undefined {
  if (format === 'date') return isDate(text) ? { S: text } : undefined;
  if (format !== 'date-time') return { S: text };
  return isDateTime(text) ? { S: canonicalDateTime(text) } : undefined;
}

function wanted({ type, format = '', contentEncoding }: JsonSchema, operator: FilterOperator): string {
  if (operator === 'exists') return 'true or false';
  if (contentEncoding !== undefined) return 'base64 with padding';
  return { 'decimal': 'a decimal number', 'date': 'a date, such as 2024-02-29', 'date-time': 'a date and time with offset' }[format] ?? `of the type ${String(type)}`;
}

/** As DynamoDB orders them: texts by their bytes, numbers by value. */
export function compareValues(a: AttributeValue, b: AttributeValue): number {
  if ('N' in a && 'N' in b) return compareNumbers(a.N, b.N);
  if ('S' in a && 'S' in b) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  return 0;
}
