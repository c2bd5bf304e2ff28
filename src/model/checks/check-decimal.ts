import { JsonSchema } from '../json-schema';

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** DynamoDB's precision. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (number) */
const DIGITS = 38;

/** Bounds of an exact decimal, which are texts because they are exact. */
export function checkDecimal(at: string, schema: JsonSchema): string[] {
  const mistakes = (['x-minimum', 'x-maximum'] as const).flatMap((name) => {
    const bound = schema[name];
    if (bound === undefined) return [];
    const option = name.slice(2);
    if (schema.format !== 'decimal') return [`${at}: ${name} is for the format 'decimal' alone; use ${option}`];
    if (typeof bound !== 'string' || !DECIMAL.test(bound)) return [`${at}: ${option} must be a decimal text such as '19.90', got '${bound}'`];
    const digits = bound.replace(/[-.]/g, '').replace(/^0+/, '').length;
    return digits > DIGITS ? [`${at}: ${option} must have at most ${DIGITS} digits, got ${digits}`] : [];
  });
  const { 'x-minimum': minimum, 'x-maximum': maximum } = schema;
  if (mistakes.length === 0 && minimum !== undefined && maximum !== undefined && isGreater(minimum, maximum)) {
    mistakes.push(`${at}: minimum ${minimum} is greater than maximum ${maximum}, so no value fits; swap or widen them`);
  }
  return mistakes;
}

/** Compares without rounding: both become whole numbers by the same power of ten. */
function isGreater(a: string, b: string): boolean {
  const scale = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const [x, y] = [a, b].map((text) => {
    const [whole, fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(scale, '0'));
  });
  return x > y;
}
