import { isDateTime, canonicalDateTime } from '../date-time';
import { decimalText, readDecimal } from '../decimal';
import { Json, JsonSchema } from '../json-schema';

const MOMENTS = ['2024-01-31T12:30:45.000Z', '2024-12-01T23:59:59.678Z'];
const MOMENT_LENGTH = MOMENTS[0].length;

/**
 * Rules on the text of a date and time or of an exact decimal, which have one form in the store and in answers, whatever form they came in:
 * what refuses that form refuses what was got when it is put back.
 */
export function checkCanonical(at: string, schema: JsonSchema): string[] {
  if (schema.format === 'date-time') return [...checkMoment(at, schema), ...checkListed(at, schema, canonicalMoment)];
  if (schema.format === 'decimal') return [...checkDecimalText(at, schema), ...checkListed(at, schema, canonicalDecimal)];
  return [];
}

function checkMoment(at: string, { pattern, minLength = 0, maxLength = Infinity }: JsonSchema): string[] {
  const refused = pattern === undefined ? undefined : MOMENTS.find((moment) => !isTakenBy(pattern, moment));
  return [
    ...(refused === undefined ? [] : [`${at}: pattern '${pattern}' refuses '${refused}', which is the form of a date-time in answers; drop it, or let it take milliseconds and Z`]),
    ...(minLength <= MOMENT_LENGTH && MOMENT_LENGTH <= maxLength
      ? [] : [`${at}: minLength and maxLength refuse '${MOMENTS[0]}', which is the form of a date-time in answers; drop them`]),
  ];
}

function checkDecimalText(at: string, schema: JsonSchema): string[] {
  return (['pattern', 'minLength', 'maxLength'] as const).filter((name) => schema[name] !== undefined)
    .map((name) => `${at}: ${name} is a rule on a text, but a decimal is a number, answered in its shortest form ('1.5' for '1.50'); drop ${name} or the format`);
}

/** Listed values are compared as texts. */
function checkListed(at: string, { enum: values, const: value }: JsonSchema, canonical: (text: string) => string | undefined): string[] {
  const listed: Json[] = values ?? (value === undefined ? [] : [value]);
  return listed.flatMap((each) => {
    const form = typeof each === 'string' ? canonical(each) : undefined;
    return form === undefined || form === each ? [] : [`${at}: the value '${String(each)}' is answered as '${form}'; write it so`];
  });
}

function canonicalMoment(text: string): string | undefined {
  return isDateTime(text) ? canonicalDateTime(text) : undefined;
}

function canonicalDecimal(text: string): string | undefined {
  const decimal = readDecimal(text);
  return decimal && decimalText(decimal);
}

/** What is no pattern is said elsewhere. */
function isTakenBy(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
