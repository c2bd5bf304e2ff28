import { isNullable, JsonSchema, membersOf, ObjectSchema, othersOf } from '../model';
import { Helper, HelperText } from './helpers';

/**
 * The source of a CommonJS module that validates items of a schema: exports `item` and `patch` (see `Validator` in the model) and requires nothing.
 *
 * Annotations (`x-immutable`, `readOnly`, `default` …) are the run time's matter, except that a member which only the server sets is never demanded.
 */
export function compileValidator(schema: ObjectSchema): string {
  const helpers = new HelperText();
  const run = (partial: boolean) => `(value)=>${helpers.call('validate', helpers.use('pointer'), 'item', 'value', String(partial))}`;
  const statements = [`const item=${ruleText(schema, helpers)}`, `exports.item=${run(false)}`, `exports.patch=${run(true)}`];
  return `'use strict';\n${helpers}${statements.join(';\n')};\n`;
}

/** Keywords whose rule needs its name and its limit. */
const LIMITS: { readonly [keyword in keyof JsonSchema]: Helper } = {
  minLength: 'length',
  maxLength: 'length',
  minimum: 'bound',
  maximum: 'bound',
  exclusiveMinimum: 'bound',
  exclusiveMaximum: 'bound',
  minItems: 'itemCount',
  maxItems: 'itemCount',
  minProperties: 'memberCount',
  maxProperties: 'memberCount',
};

/** How a format is checked, and what a client is told to send. */
const FORMATS: { readonly [format: string]: { readonly check: Helper; readonly wanted: string } } = {
  'date': { check: 'isDate', wanted: 'a date of the calendar, such as 2024-02-29' },
  'date-time': { check: 'isDateTime', wanted: 'a date and time with offset, such as 2024-02-29T12:30:00Z' },
  'email': { check: 'isEmail', wanted: 'an e-mail address of at most 254 characters' },
  'uri': { check: 'isUri', wanted: 'an absolute URI, such as https://example.com/path' },
  'uuid': { check: 'isUuid', wanted: 'a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057' },
  'decimal': { check: 'isDecimal', wanted: 'a decimal number of at most 38 digits between 1E-130 and 1E126, such as "12.50"' },
};

/** Keywords with rules of their own kind. */
const RULES: { readonly [keyword in keyof JsonSchema]: (schema: JsonSchema, helpers: HelperText) => string[] } = {
  'enum': (schema, helpers) => [helpers.call('oneOf', helpers.use('canonical'), '"enum"', literal(schema.enum))],
  'const': (schema, helpers) => [helpers.call('oneOf', helpers.use('canonical'), '"const"', literal([schema.const]))],
  'pattern': (schema, helpers) => [helpers.call('pattern', literal(schema.pattern))],
  'format': (schema, helpers) => {
    const format = FORMATS[schema.format!];
    if (!format) throw new Error(`format ${literal(schema.format)} is not supported; use one of ${Object.keys(FORMATS).join(', ')}`);
    const check = format.check === 'isDecimal' ? helpers.call('isDecimal', helpers.use('readDecimal')) : helpers.use(format.check);
    return [helpers.call('form', '"format"', check, literal(format.wanted))];
  },
  'contentEncoding': (_schema, helpers) => [helpers.call('form', '"contentEncoding"', helpers.use('isBase64'), '"base64 with padding"')],
  'x-minimum': (schema, helpers) => [decimalBound('x-minimum', schema, helpers)],
  'x-maximum': (schema, helpers) => [decimalBound('x-maximum', schema, helpers)],
  'multipleOf': (schema, helpers) => [helpers.call('multipleOf', literal(schema.multipleOf))],
  'items': (schema, helpers) => [helpers.call('items', ruleText(schema.items!, helpers))],
  'uniqueItems': (schema, helpers) => (schema.uniqueItems ? [helpers.call('uniqueItems', textOfItems(schema, helpers))] : []),
};

/** How the elements of an array are told from each other: as they are stored, since that is what is answered. */
function textOfItems({ items: { format } = {} }: JsonSchema, helpers: HelperText): string {
  const canonical = helpers.use('canonical');
  switch (format) {
    case 'decimal': return helpers.call('decimalTextOf', helpers.use('readDecimal'), helpers.use('decimalText'), canonical);
    case 'date-time': return helpers.call('instantTextOf', helpers.use('isDateTime'), helpers.use('canonicalDateTime'), canonical);
    default: return canonical;
  }
}

function decimalBound(keyword: 'x-minimum' | 'x-maximum', schema: JsonSchema, helpers: HelperText): string {
  return helpers.call('decimalBound', helpers.use('readDecimal'), helpers.use('compareDecimals'), literal(keyword), literal(schema[keyword]));
}

/** The expression of the rule that a schema stands for. */
function ruleText(schema: JsonSchema, helpers: HelperText): string {
  const rules = (Object.keys(schema) as (keyof JsonSchema)[]).sort().flatMap((keyword) => {
    const limit = LIMITS[keyword];
    if (limit) return [helpers.call(limit, literal(keyword), literal(schema[keyword]))];
    return RULES[keyword]?.(schema, helpers) ?? [];
  });
  const types = [schema.type ?? []].flat();
  return helpers.call('all', literal(types), `[${[...memberRules(schema, helpers), ...rules].join()}]`);
}

/** `properties`, `required` and `additionalProperties` are one rule, since each asks the others. */
function memberRules(schema: JsonSchema, helpers: HelperText): string[] {
  const { properties, required = [] } = schema;
  const others = othersOf(schema);
  if (!properties && required.length === 0 && others === true) return [];

  const members = membersOf(schema);
  const declared = Object.entries(members).map(([name, member]) => `[${literal(name)},${ruleText(member, helpers)}${isNullable(member) ? ',true' : ''}]`);
  const demanded = required.filter((name) => !(Object.hasOwn(members, name) && members[name].readOnly));
  const additional = others === false ? [] : [ruleText(others === true ? {} : others, helpers)];
  return [helpers.call('members', helpers.use('pointer'), `[${declared.join()}]`, literal(demanded), ...additional)];
}

/** A JSON value as an expression. In an object literal `__proto__` would set the prototype; `JSON.parse` makes it a member. */
function literal(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('__proto__') ? `JSON.parse(${JSON.stringify(text)})` : text;
}
