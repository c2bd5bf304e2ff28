import { canonicalDateTime, isDateTime } from '../date-time';
import { canonicalDecimal } from '../decimal';
import { JsonSchema, listedValues } from '../json-schema';

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
function checkListed(at: string, schema: JsonSchema, canonical: (text: string) => string): string[] {
  const texts = (listedValues(schema) ?? []).filter((value) => typeof value === 'string');
  return texts.filter((text) => canonical(text) !== text).map((text) => `${at}: the value '${text}' is answered as '${canonical(text)}'; write it so`);
}

function canonicalMoment(text: string): string {
  return isDateTime(text) ? canonicalDateTime(text) : text;
}

/** What is no pattern is said elsewhere. */
function isTakenBy(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
